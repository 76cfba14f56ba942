package dev.liveticker.benchmarks.soak;

import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The bars of one symbol, fetched first and then as they come, as the desktop's chart has them. Any thread. */
final class Chart {

    private static final int FETCHED = 100;
    private static final int KEPT = 500;

    private final Feeds.Connected connected;
    private final Consumer<String> note;
    private final NavigableMap<Long, Bar> bars = new TreeMap<>();
    private @Nullable Subscription shown;
    private boolean loaded;
    private long request;

    /** @param note writes down what may be of use later */
    Chart(Feeds.Connected connected, Consumer<String> note) {
        this.connected = connected;
        this.note = note;
    }

    synchronized void show(Symbol symbol, Interval interval) {
        Subscription wanted = Subscription.bars(symbol, interval);
        if (wanted.equals(shown)) {
            return;
        }
        if (shown != null) {
            connected.feed().unsubscribe(List.of(shown));
        }
        shown = wanted;
        connected.feed().subscribe(List.of(wanted));
        load();
    }

    /** Forgets what it has, and fetches it. */
    synchronized void load() {
        bars.clear();
        loaded = false;
        fetch();
    }

    /** Fetches what may have been missed. */
    synchronized void refresh() {
        fetch();
    }

    private void fetch() {
        Subscription wanted = shown;
        if (wanted == null || wanted.interval() == null) {
            return;
        }
        long mine = ++request;
        var _ = connected
                .data()
                .bars(wanted.symbol(), wanted.interval(), FETCHED)
                .whenComplete((found, problem) -> fetched(mine, found, problem));
    }

    private synchronized void fetched(long mine, @Nullable List<Bar> found, @Nullable Throwable problem) {
        if (mine != request) {
            return;
        }
        if (found == null) {
            note.accept("bars could not be had: " + problem);
            return;
        }
        loaded = true;
        found.forEach(this::put);
    }

    synchronized void take(Bar bar) {
        if (shown == null || !shown.equals(Subscription.bars(bar.symbol(), bar.interval()))) {
            return;
        }
        boolean unfinished = !bars.isEmpty()
                && bars.lastKey() < bar.start()
                && !bars.lastEntry().getValue().closed();
        put(bar);
        if (unfinished) {
            // It was fetched open, and over before the stream began.
            fetch();
        }
    }

    /** What was fetched may be older than what came meanwhile: a closed bar is final, and an open one only grows. */
    private void put(Bar bar) {
        bars.merge(
                bar.start(),
                bar,
                (known, other) ->
                        known.closed() || (!other.closed() && known.trades() > other.trades()) ? known : other);
        if (bars.size() > KEPT) {
            bars.pollFirstEntry();
        }
    }

    /** What it shows otherwise than the server; empty if nothing. */
    synchronized Optional<String> difference(Truth truth) {
        Subscription of = shown;
        if (of == null || of.interval() == null) {
            return Optional.empty();
        }
        if (!loaded) {
            fetch();
            return Optional.of("the bars of " + of.symbol() + " could not be had yet");
        }
        for (Bar bar : truth.newest(of.symbol(), of.interval())) {
            Bar mine = bars.get(bar.start());
            String known = mine == null ? "no bar" : Shown.bar(mine);
            if (!known.equals(Shown.bar(bar))) {
                return Optional.of("shows " + known + ", not " + Shown.bar(bar));
            }
        }
        return Optional.empty();
    }
}
