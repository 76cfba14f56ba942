package dev.liveticker.server.hub;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one subscriber has asked for: a set of symbols per {@link Topic}. */
final class Subscriptions {

    static final String UNKNOWN_SYMBOL = "unknown_symbol";
    static final String INVALID_SYMBOL = "invalid_symbol";
    static final String TOO_MANY_SYMBOLS = "too_many_symbols";

    private final Board board;
    private final Outbox outbox;
    private final int maxSymbols;
    private final Map<SymbolSlot, SymbolSubscription> symbols = new LinkedHashMap<>();
    private final Map<Topic, Integer> sizes = new LinkedHashMap<>();

    /** @param maxSymbols on one topic */
    Subscriptions(Board board, Outbox outbox, int maxSymbols) {
        this.board = board;
        this.outbox = outbox;
        this.maxSymbols = maxSymbols;
    }

    /**
     * What became of a request.
     *
     * @param answer states the whole result
     * @param added whether there are symbols in it that were not before
     * @param gap what of the added is lost
     */
    record Outcome(
            Subscribed answer, boolean added, @Nullable Gap gap) {}

    /** Adds symbols; those had already keep their place in the stream. */
    Outcome subscribe(ClientMessage.Subscribe request, Resumption from) {
        Topic topic = Topic.of(request.channel(), request.interval());
        List<Subscribed.Rejection> rejected = new ArrayList<>();
        boolean added = false;
        for (SymbolSlot slot : resolve(request.symbols(), rejected)) {
            SymbolSubscription subscription = symbols.get(slot);
            if (subscription != null && subscription.has(topic)) {
                subscription.pace(topic, request.maxRate());
            } else if (size(topic) >= maxSymbols) {
                rejected.add(new Subscribed.Rejection(slot.symbol().text(), TOO_MANY_SYMBOLS));
            } else {
                add(slot, topic, from, request.maxRate());
                added = true;
            }
        }
        if (added && from.resumed()) {
            outbox.promiseAll();
        }
        return new Outcome(
                new Subscribed(
                        request.id(), topic.channel(), topic.interval(), symbolsOf(topic), rejected, from.resumed()),
                added,
                added ? gap(topic, from) : null);
    }

    private void add(SymbolSlot slot, Topic topic, Resumption from, @Nullable Double maxRate) {
        long head = board.numbering().head();
        symbols.computeIfAbsent(slot, key -> new SymbolSubscription(key, outbox, from.resumed() ? from.since() : head))
                .add(topic, from, head, maxRate);
        sizes.merge(topic, 1, Integer::sum);
    }

    /** Takes symbols away; what is not had is no harm. */
    Subscribed unsubscribe(ClientMessage.Unsubscribe request) {
        Topic topic = Topic.of(request.channel(), request.interval());
        List<Subscribed.Rejection> rejected = new ArrayList<>();
        for (SymbolSlot slot : resolve(request.symbols(), rejected)) {
            SymbolSubscription subscription = symbols.get(slot);
            if (subscription != null && subscription.has(topic)) {
                subscription.remove(topic);
                sizes.merge(topic, -1, Integer::sum);
                if (subscription.isEmpty()) {
                    subscription.close();
                    symbols.remove(slot);
                }
            }
        }
        outbox.dropClosed();
        return new Subscribed(request.id(), topic.channel(), topic.interval(), symbolsOf(topic), rejected, false);
    }

    /** An answer to a poll got lost; what it held is to be sent again. */
    void undo(long answer) {
        symbols.values().forEach(each -> each.undo(answer));
    }

    /**
     * The client is elsewhere than was thought. Everything begins anew, and where something is lost it says so by
     * topic.
     */
    List<Outcome> restart(Resumption from) {
        long passed = from.resumed() ? from.since() : board.numbering().head();
        symbols.values().forEach(each -> each.begin(passed));
        if (from.resumed()) {
            outbox.promiseAll();
            return List.of();
        }
        return sizes.keySet().stream()
                .filter(topic -> size(topic) > 0)
                .map(topic -> new Outcome(
                        new Subscribed(null, topic.channel(), topic.interval(), symbolsOf(topic), List.of(), false),
                        true,
                        gap(topic, from)))
                .toList();
    }

    private @Nullable Gap gap(Topic topic, Resumption from) {
        String loss = from.loss();
        return loss == null || !topic.lossless()
                ? null
                : new Gap(
                        topic.channel(),
                        null,
                        from.since() + 1,
                        board.numbering().head(),
                        loss);
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

    private List<Symbol> symbolsOf(Topic topic) {
        List<Symbol> found = new ArrayList<>(size(topic));
        symbols.forEach((slot, subscription) -> {
            if (subscription.has(topic)) {
                found.add(slot.symbol());
            }
        });
        return found;
    }

    private int size(Topic topic) {
        return sizes.getOrDefault(topic, 0);
    }

    /** Leaves every audience. */
    void close() {
        symbols.values().forEach(SymbolSubscription::close);
        symbols.clear();
        sizes.clear();
    }
}
