package dev.liveticker.benchmarks.soak;

import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The newest trades of one symbol, fetched first and then as they come, as the desktop's list has them. Any thread. */
final class Tape {

    private static final int KEPT = 500;

    /** How often a hole is asked for, before it counts as one. */
    private static final int TRIES = 5;

    private final Feeds.Connected connected;
    private final Consumer<String> note;
    private final NavigableMap<Long, Trade> trades = new TreeMap<>();
    private @Nullable Symbol shown;
    private boolean loaded;
    private long request;
    private int tries;

    /** @param note writes down what may be of use later */
    Tape(Feeds.Connected connected, Consumer<String> note) {
        this.connected = connected;
        this.note = note;
    }

    synchronized void show(Symbol symbol) {
        if (symbol.equals(shown)) {
            return;
        }
        if (shown != null) {
            connected.feed().unsubscribe(List.of(Subscription.trades(shown)));
        }
        shown = symbol;
        connected.feed().subscribe(List.of(Subscription.trades(symbol)));
        load();
    }

    /** Forgets what it has, and fetches it. */
    synchronized void load() {
        trades.clear();
        loaded = false;
        tries = 0;
        fetch();
    }

    /** Fetches what may have been missed. */
    synchronized void refresh() {
        tries = 0;
        fetch();
    }

    private void fetch() {
        Symbol symbol = shown;
        if (symbol == null) {
            return;
        }
        long mine = ++request;
        var _ = connected.data().trades(symbol, KEPT).whenComplete((found, problem) -> fetched(mine, found, problem));
    }

    private synchronized void fetched(long mine, @Nullable List<Trade> found, @Nullable Throwable problem) {
        if (mine != request) {
            return;
        }
        if (found == null) {
            note.accept("trades could not be had: " + problem);
            return;
        }
        loaded = true;
        found.forEach(this::put);
        if (hasHole() && tries++ < TRIES) {
            // Between what was fetched and the first that came there are some that did neither.
            fetch();
        }
    }

    private boolean hasHole() {
        return !trades.isEmpty() && trades.lastKey() - trades.firstKey() + 1 != trades.size();
    }

    synchronized void take(Trade trade) {
        if (trade.symbol().equals(shown)) {
            put(trade);
        }
    }

    private void put(Trade trade) {
        trades.put(trade.tradeId(), trade);
        if (trades.size() > KEPT) {
            trades.pollFirstEntry();
        }
    }

    /** What it shows otherwise than the server; empty if nothing. */
    synchronized Optional<String> difference(Truth truth) {
        Symbol of = shown;
        if (of == null) {
            return Optional.empty();
        }
        if (!loaded) {
            fetch();
            return Optional.of("the trades of " + of + " could not be had yet");
        }
        for (Trade trade : truth.newest(of)) {
            Trade mine = trades.get(trade.tradeId());
            String known = mine == null ? "no trade" : Shown.trade(mine);
            if (!known.equals(Shown.trade(trade))) {
                return Optional.of("shows " + known + ", not " + Shown.trade(trade));
            }
        }
        return Optional.empty();
    }
}
