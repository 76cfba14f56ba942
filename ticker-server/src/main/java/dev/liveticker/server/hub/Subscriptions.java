package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What one subscriber has asked for: a set of symbols per {@link Topic}. What follows from a request for its
 * {@link Progress} is noted at once; the view it sees is looked up when it is next served.
 */
final class Subscriptions {

    static final String UNKNOWN_SYMBOL = "unknown_symbol";
    static final String INVALID_SYMBOL = "invalid_symbol";
    static final String TOO_MANY_SYMBOLS = "too_many_symbols";

    /** Why what lies between a late subscription's {@code since} and the stream's position does not come. */
    static final String TOO_LATE = "too_late";

    private final Board board;
    private final int maxSymbols;
    private Interest interest = Interest.NONE;
    private Interest.@Nullable Draft draft;

    /** @param maxSymbols on one topic */
    Subscriptions(Board board, int maxSymbols) {
        this.board = board;
        this.maxSymbols = maxSymbols;
    }

    /** All that is subscribed to, to be kept as it is. */
    Interest interest() {
        if (draft != null) {
            interest = draft.done();
            draft = null;
        }
        return interest;
    }

    /** From now on this one, which is equal to the one before, is used, so that many share one. */
    void share(Interest same) {
        interest = same;
    }

    private Interest soFar() {
        return draft == null ? interest : draft.soFar();
    }

    private Interest.Draft draft() {
        if (draft == null) {
            draft = new Interest.Draft(interest);
        }
        return draft;
    }

    /**
     * What became of a request.
     *
     * @param answer states the whole result
     * @param added whether there are symbols in it that were not before
     * @param gaps what of the added is lost
     */
    record Outcome(Subscribed answer, boolean added, List<Gap> gaps) {}

    /**
     * Adds symbols; those had already keep their place in the stream.
     *
     * @param progress how far the client has got, and, in a poll, how far it had got with what it confirmed
     */
    Outcome subscribe(ClientMessage.Subscribe request, Resumption from, List<Progress> progress) {
        Topic topic = Topic.of(request.channel(), request.interval());
        double maxRate = request.maxRate() == null ? 0 : request.maxRate();
        List<Subscribed.Rejection> rejected = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        boolean added = false;
        for (SymbolSlot slot : resolve(request.symbols(), rejected)) {
            Interest before = soFar();
            if (before.has(topic, slot)) {
                draft().put(topic, slot, maxRate);
            } else if (before.size(topic) >= maxSymbols) {
                rejected.add(new Subscribed.Rejection(slot.symbol().text(), TOO_MANY_SYMBOLS));
            } else {
                boolean newSymbol = before.topics().stream().noneMatch(any -> before.has(any, slot));
                draft().put(topic, slot, maxRate);
                progress.forEach(each -> begin(each, topic, slot, maxRate, newSymbol, from, gaps));
                added = true;
            }
        }
        if (added && from.resumed()) {
            progress.forEach(Progress::promiseAll);
        }
        if (added && from.loss() != null && topic.lossless()) {
            gaps.add(lost(topic, from));
        }
        return new Outcome(
                new Subscribed(
                        request.id(),
                        topic.channel(),
                        topic.interval(),
                        soFar().symbols(topic),
                        rejected,
                        from.resumed()),
                added,
                gaps.stream().distinct().toList());
    }

    private void begin(
            Progress progress,
            Topic topic,
            SymbolSlot slot,
            double maxRate,
            boolean newSymbol,
            Resumption from,
            List<Gap> gaps) {
        long after = from.resumed() ? from.since() : board.numbering().lastEvent();
        Value value = slot.value(topic);
        if (value != null && (maxRate != 0 || lacks(value, from))) {
            value.restate(board.numbering());
            progress.owe(value, from.resumed() ? Value.Form.COMPLETE : Value.Form.SNAPSHOT);
        }
        BiConsumer<Long, Long> lost =
                (first, last) -> gaps.add(new Gap(topic.channel(), slot.symbol(), first, last, TOO_LATE));
        Lane lane = slot.lane(topic);
        if (lane != null) {
            progress.want(lane, after, true, lost);
        }
        progress.want(slot.status(), after, newSymbol, lost);
    }

    /** Whether it is to be told a value of which nothing was held back by a limit while its position went on. */
    private boolean lacks(Value value, Resumption from) {
        if (!from.resumed() || !from.complete()) {
            return true;
        }
        // What was stated again for others under a number of this hub's own is nothing new.
        long newest = board.numbering().shared() ? value.eventSeq() : value.seq();
        return newest > from.since();
    }

    /** Takes symbols away; what is not had is no harm. */
    Subscribed unsubscribe(ClientMessage.Unsubscribe request) {
        Topic topic = Topic.of(request.channel(), request.interval());
        List<Subscribed.Rejection> rejected = new ArrayList<>();
        for (SymbolSlot slot : resolve(request.symbols(), rejected)) {
            if (soFar().has(topic, slot)) {
                draft().remove(topic, slot);
            }
        }
        return new Subscribed(request.id(), topic.channel(), topic.interval(), soFar().symbols(topic), rejected, false);
    }

    /**
     * The client is elsewhere than was thought. Everything begins anew, and where something is lost it says so by
     * topic.
     */
    List<Outcome> restart(Resumption from, Progress progress) {
        Interest all = soFar();
        progress.startOver(from.resumed() ? from.since() : board.numbering().lastEvent());
        for (Topic topic : all.topics()) {
            all.forEach(topic, (slot, maxRate) -> {
                Value value = slot.value(topic);
                if (value != null) {
                    value.restate(board.numbering());
                    progress.owe(value, Value.Form.SNAPSHOT);
                }
            });
        }
        if (from.resumed()) {
            progress.promiseAll();
            return List.of();
        }
        return all.topics().stream()
                .map(topic -> new Outcome(
                        new Subscribed(null, topic.channel(), topic.interval(), all.symbols(topic), List.of(), false),
                        true,
                        from.loss() == null || !topic.lossless() ? List.of() : List.of(lost(topic, from))))
                .toList();
    }

    private Gap lost(Topic topic, Resumption from) {
        return new Gap(
                topic.channel(), null, from.since() + 1, board.numbering().head(), Objects.requireNonNull(from.loss()));
    }

    private Set<SymbolSlot> resolve(List<String> texts, List<Subscribed.Rejection> rejected) {
        if (texts.contains(ClientMessage.ALL_SYMBOLS)) {
            return new LinkedHashSet<>(board.slots());
        }
        Set<SymbolSlot> found = new LinkedHashSet<>();
        for (String text : new LinkedHashSet<>(texts)) {
            Symbol symbol = Symbol.parse(text).orElse(null);
            SymbolSlot slot = symbol == null ? null : board.slot(symbol);
            if (slot != null) {
                found.add(slot);
            } else {
                rejected.add(new Subscribed.Rejection(text, symbol == null ? INVALID_SYMBOL : UNKNOWN_SYMBOL));
            }
        }
        return found;
    }
}
