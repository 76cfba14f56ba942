package dev.liveticker.feed;

import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Gap;
import dev.liveticker.message.Position;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be streamed, what the server was asked for on this link, and what it has to catch up with. For one thread.
 */
final class SubscriptionLedger {

    private static final int SYMBOLS_PER_MESSAGE = 500;

    /** Keeps a frame of subscriptions well under what a server takes in at once, in bytes of JSON. */
    private static final int BYTES_PER_FRAME = 48 * 1024;

    private static final int BYTES_AROUND_SYMBOLS = 200;
    private static final int BYTES_AROUND_SYMBOL = 3;

    private static final List<Channel> ALL_CHANNELS = List.of(Channel.values());
    private static final List<Interval> ALL_INTERVALS = List.of(Interval.values());

    private final Set<Subscription> wanted = new LinkedHashSet<>();
    private final Set<Subscription> asked = new LinkedHashSet<>();
    /** Those that have been streamed, so that on another link they go on instead of beginning. */
    private final Set<Subscription> streamed = new HashSet<>();

    /** What was asked to begin, by the id of the request. */
    private final Map<String, List<Subscription>> beginning = new HashMap<>();
    /** What was asked to end, likewise. */
    private final Map<String, List<Subscription>> ending = new HashMap<>();

    private @Nullable Position since;
    private @Nullable Double maxRate;
    private boolean linked;
    private long lastId;

    private record Group(Channel channel, @Nullable Interval interval, boolean resumes) {}

    void want(Collection<Subscription> subscriptions) {
        wanted.addAll(subscriptions);
    }

    void wantNoMore(Collection<Subscription> subscriptions) {
        subscriptions.forEach(wanted::remove);
        subscriptions.forEach(streamed::remove);
    }

    /** A new link, on which nothing was asked for yet. */
    void linked(@Nullable Position goOnFrom) {
        clear();
        since = goOnFrom;
        linked = true;
    }

    void unlinked() {
        linked = false;
        clear();
    }

    private void clear() {
        asked.clear();
        beginning.clear();
        ending.clear();
    }

    /** Another server: nothing goes on. */
    void forgetStreamed() {
        streamed.clear();
    }

    /**
     * What to send for the server to stream what is wanted, in as few frames as will do: what is asked for at once
     * begins at once, so that nothing has to come late.
     *
     * @param rate quotes a second and symbol at most; absent for all
     */
    List<List<ClientMessage>> reconcile(@Nullable Double rate) {
        limit(rate);
        Frames frames = new Frames();
        if (!linked) {
            return frames.all;
        }
        group(asked, wanted).forEach((group, ended) -> {
            for (List<Subscription> part : parts(ended)) {
                String id = nextId();
                ending.put(id, part);
                List<String> names = names(part);
                frames.add(new ClientMessage.Unsubscribe(id, group.channel(), names, group.interval()), names);
            }
        });
        group(wanted, asked).forEach((group, begun) -> {
            for (List<Subscription> part : parts(begun)) {
                String id = nextId();
                beginning.put(id, part);
                List<String> names = names(part);
                frames.add(
                        new ClientMessage.Subscribe(
                                id,
                                group.channel(),
                                names,
                                group.interval(),
                                group.channel() == Channel.QUOTES ? maxRate : null,
                                group.resumes() && since != null ? since.toString() : null),
                        names);
            }
        });
        asked.clear();
        asked.addAll(wanted);
        return frames.all;
    }

    /** A server that held quotes back under another rate is to tell the newest, and not to go on from what it said. */
    private void limit(@Nullable Double rate) {
        if (!Objects.equals(rate, maxRate)) {
            maxRate = rate;
            asked.removeIf(each -> each.channel() == Channel.QUOTES && wanted.contains(each));
            streamed.removeIf(each -> each.channel() == Channel.QUOTES);
        }
    }

    /** Puts messages into frames. */
    private static final class Frames {

        private final List<List<ClientMessage>> all = new ArrayList<>();
        private int bytes = BYTES_PER_FRAME;

        void add(ClientMessage message, List<String> symbols) {
            int more = BYTES_AROUND_SYMBOLS;
            for (String symbol : symbols) {
                more += symbol.length() + BYTES_AROUND_SYMBOL;
            }
            if (bytes + more > BYTES_PER_FRAME) {
                all.add(new ArrayList<>());
                bytes = 0;
            }
            all.getLast().add(message);
            bytes += more;
        }
    }

    /** Takes note of answers and of what has come. */
    void heard(ServerMessage message) {
        switch (message) {
            case Subscribed subscribed -> {
                answered(subscribed.id());
                if (subscribed.channel() != Channel.QUOTES) {
                    subscribed.symbols().forEach(symbol -> streaming(subscribed, symbol));
                }
            }
            case Failure failure -> answered(failure.id());
            // Only what came whole once can go on with what changed.
            case Snapshot snapshot -> streaming(Subscription.quotes(snapshot.symbol()));
            case Quote quote -> streaming(Subscription.quotes(quote.symbol()));
            default -> {}
        }
    }

    private void answered(@Nullable String id) {
        if (id != null) {
            beginning.remove(id);
            ending.remove(id);
        }
    }

    /** The server may not have heard what it has not answered: {@link #reconcile} asks for it again. */
    void askAgain() {
        beginning.values().forEach(asked::removeAll);
        for (List<Subscription> part : ending.values()) {
            part.stream().filter(each -> !wanted.contains(each)).forEach(asked::add);
        }
        beginning.clear();
        ending.clear();
    }

    /** Whether the server answered all that was asked for, so that what comes is all there is. */
    boolean isSettled() {
        return linked && beginning.isEmpty();
    }

    /**
     * Whether somebody wants to hear it. What is not wanted any more comes until the server has heard of that, and
     * nobody keeps a server from naming what was never asked for.
     */
    boolean wants(ServerMessage message) {
        return switch (message) {
            case Quote quote -> wanted.contains(Subscription.quotes(quote.symbol()));
            case Snapshot snapshot -> wanted.contains(Subscription.quotes(snapshot.symbol()));
            case Trade trade -> wanted.contains(Subscription.trades(trade.symbol()));
            case Bar bar -> wanted.contains(Subscription.bars(bar.symbol(), bar.interval()));
            case Status status -> ALL_CHANNELS.stream().anyMatch(channel -> wants(channel, status.symbol()));
            case Gap gap -> gap.symbol() == null || wants(gap.channel(), gap.symbol());
            default -> true;
        };
    }

    private boolean wants(Channel channel, Symbol symbol) {
        return switch (channel) {
            case QUOTES -> wanted.contains(Subscription.quotes(symbol));
            case TRADES -> wanted.contains(Subscription.trades(symbol));
            case BARS ->
                ALL_INTERVALS.stream().anyMatch(interval -> wanted.contains(Subscription.bars(symbol, interval)));
        };
    }

    private void streaming(Subscribed subscribed, Symbol symbol) {
        if (subscribed.channel() == Channel.TRADES) {
            streaming(Subscription.trades(symbol));
        } else if (subscribed.interval() != null) {
            streaming(Subscription.bars(symbol, subscribed.interval()));
        }
    }

    private void streaming(Subscription subscription) {
        if (wanted.contains(subscription)) {
            streamed.add(subscription);
        }
    }

    /** Those of one that the other lacks. */
    private Map<Group, List<Subscription>> group(Set<Subscription> those, Set<Subscription> without) {
        Map<Group, List<Subscription>> groups = new LinkedHashMap<>();
        for (Subscription subscription : those) {
            if (!without.contains(subscription)) {
                boolean resumes = streamed.contains(subscription);
                groups.computeIfAbsent(
                                new Group(subscription.channel(), subscription.interval(), resumes),
                                group -> new ArrayList<>())
                        .add(subscription);
            }
        }
        return groups;
    }

    private String nextId() {
        return "s" + ++lastId;
    }

    private static List<String> names(List<Subscription> subscriptions) {
        return subscriptions.stream().map(each -> each.symbol().text()).toList();
    }

    private static List<List<Subscription>> parts(List<Subscription> subscriptions) {
        List<List<Subscription>> parts = new ArrayList<>();
        for (int from = 0; from < subscriptions.size(); from += SYMBOLS_PER_MESSAGE) {
            parts.add(subscriptions.subList(from, Math.min(subscriptions.size(), from + SYMBOLS_PER_MESSAGE)));
        }
        return parts;
    }
}
