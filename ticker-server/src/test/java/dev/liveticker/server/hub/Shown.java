package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client shows: of each symbol the newest quote and bar. Complains of what does not fit to it. Of several hubs
 * one may not be as far as the one before was ({@code shared}): there, what is older is let go.
 */
final class Shown {

    static final Interval BARS = Interval.ONE_MINUTE;

    private final Map<Symbol, Quote> quotes = new HashMap<>();
    private final Map<Symbol, Bar> bars = new HashMap<>();
    private final Map<Symbol, Long> openSeqs = new HashMap<>();
    private final Map<Symbol, Long> openedOnThisConnection = new HashMap<>();

    boolean knows(Channel channel, Symbol symbol) {
        return switch (channel) {
            case QUOTES -> quotes.containsKey(symbol);
            case BARS -> bars.containsKey(symbol);
            case TRADES -> true;
        };
    }

    void forget(Channel channel, Symbol symbol) {
        switch (channel) {
            case QUOTES -> quotes.remove(symbol);
            case BARS -> {
                bars.remove(symbol);
                openSeqs.remove(symbol);
                openedOnThisConnection.remove(symbol);
            }
            case TRADES -> {}
        }
    }

    void connected() {
        openedOnThisConnection.clear();
    }

    void quote(Quote quote, boolean shared) {
        Quote known = quotes.get(quote.symbol());
        assertThat(known).as("a snapshot comes first").isNotNull();
        if (isNewer("a quote", quote.seq(), known.seq(), shared)) {
            quotes.put(quote.symbol(), quote.over(known));
        }
    }

    void snapshot(Snapshot snapshot, boolean shared) {
        Quote known = quotes.get(snapshot.symbol());
        if (known == null || isNewer("a snapshot", snapshot.seq(), known.seq(), shared)) {
            quotes.put(snapshot.symbol(), snapshot.quote());
        }
    }

    void bar(Bar bar, boolean shared) {
        Symbol symbol = bar.symbol();
        Bar before = bars.get(symbol);
        boolean older = before != null && before.start() > bar.start();
        if (older && !bar.closed() && shared) {
            return;
        }
        assertThat(older && !bar.closed()).as("bars move on").isFalse();
        assertThat(bar.start())
                .as("a closed bar comes before the next")
                .isGreaterThanOrEqualTo(openedOnThisConnection.getOrDefault(symbol, 0L));
        if (!bar.closed()) {
            openedOnThisConnection.put(symbol, bar.start());
            Long openBefore = openSeqs.get(symbol);
            if (openBefore != null && !isNewer("an open bar", bar.seq(), openBefore, shared)) {
                return;
            }
            openSeqs.put(symbol, bar.seq());
        }
        if (!older) {
            bars.put(symbol, bar);
        }
    }

    private static boolean isNewer(String what, long seq, long known, boolean shared) {
        boolean newer = seq > known;
        if (!shared) {
            assertThat(newer).as("%s comes once, and none is older", what).isTrue();
        }
        return newer;
    }

    /** What it shows is what the hub knows. */
    void isTheTruth(Channel channel, Symbol symbol, Board board) {
        switch (channel) {
            case QUOTES ->
                assertThat(quotes.get(symbol).numbered(0))
                        .isEqualTo(board.slot(symbol).quote().whole().numbered(0));
            case BARS ->
                board.history()
                        .open(symbol, BARS)
                        .ifPresent(
                                open -> assertThat(bars.get(symbol).numbered(0)).isEqualTo(open.numbered(0)));
            case TRADES -> {}
        }
    }
}
