package dev.liveticker.server.history;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Bars and newest trades of every instrument. Bars follow the market's own clock, which is the latest time any event
 * bore: an event past the end of an interval closes its bar, whichever symbol it is of. An interval without a trade has
 * no bar.
 *
 * <p>A trade counts at its own time, or, when the minute of that is over, at the beginning of the minute that the
 * market's clock stands in. So a closed bar never changes, every trade is in exactly one bar of each interval, a longer
 * bar is what the shorter ones in it make together, and within a minute it does not matter in which order trades come.
 *
 * <p>One thread writes; any may read, without waiting for more than a copy of one symbol.
 */
public final class MarketHistory {

    /** In all, of what {@link #capture} takes along. */
    private static final int MOST_MINUTES = 200_000;

    private static final int MOST_LONGER = 100_000;
    private static final int MOST_TRADES = 50_000;

    private final Map<Symbol, SymbolHistory> symbols = new LinkedHashMap<>();
    private final Set<Symbol> changed = new LinkedHashSet<>();
    private long marketTime;
    private long nextEnd = Long.MAX_VALUE;

    /** One without a past. */
    public MarketHistory(Collection<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            symbols.put(instrument.symbol(), new SymbolHistory(instrument));
        }
    }

    /** One whose past is the closed one-minute bars, oldest first, that are given for each instrument. */
    public static MarketHistory after(Collection<Instrument> instruments, Function<Symbol, List<Bar>> minutes) {
        MarketHistory history = new MarketHistory(instruments);
        for (Instrument instrument : instruments) {
            history.load(instrument.symbol(), minutes.apply(instrument.symbol()));
        }
        return history;
    }

    /**
     * Takes in what was before the first trade. A longer bar that is not over by the end of it stays open.
     *
     * @param minutes one-minute bars of a known symbol, oldest first
     * @throws IllegalArgumentException if they are in another order
     * @throws ArithmeticException if a number does not fit 63 bits
     */
    public void load(Symbol symbol, List<Bar> minutes) {
        SymbolHistory history = symbols.get(symbol);
        if (history == null || minutes.isEmpty()) {
            return;
        }
        history.load(minutes);
        long end = minutes.getLast().start() + Interval.ONE_MINUTE.micros();
        marketTime = Math.max(marketTime, end);
        nextEnd = Math.min(nextEnd, history.closeUntil(end, closed -> {}));
    }

    /**
     * Goes on where an earlier run stopped: bars that were open then are open again, with what they had, until the
     * clock passes their end. To be called before anything else happens to the symbol.
     *
     * @throws IllegalArgumentException if bars are not oldest first
     * @throws ArithmeticException if a number does not fit 63 bits
     */
    public void resume(Symbol symbol, EarlierBars earlier) {
        SymbolHistory history = symbols.get(symbol);
        if (history == null || earlier.isEmpty()) {
            return;
        }
        history.resume(earlier);
        marketTime = Math.max(marketTime, earlier.end());
        nextEnd = Math.min(nextEnd, history.closeUntil(Long.MIN_VALUE, closed -> {}));
    }

    /**
     * As it is now. Of what is over, only the newest comes along, of each symbol as much as of any other: at most
     * 200,000 bars of one minute, 100,000 longer ones and 50,000 trades. For the thread that writes.
     */
    public HistoryState capture() {
        int minutes = share(history -> IntStream.of(history.closed(Interval.ONE_MINUTE)), MOST_MINUTES);
        int longer = share(
                history -> Arrays.stream(Interval.values())
                        .filter(interval -> interval != Interval.ONE_MINUTE)
                        .mapToInt(history::closed),
                MOST_LONGER);
        int trades = share(history -> IntStream.of(history.tradesKept()), MOST_TRADES);
        return new HistoryState(
                marketTime,
                symbols.values().stream()
                        .map(history -> history.capture(minutes, longer, trades))
                        .toList());
    }

    private int share(Function<SymbolHistory, IntStream> wanted, int there) {
        return FairShare.of(symbols.values().stream().flatMapToInt(wanted).toArray(), there);
    }

    /**
     * Becomes what another history was, whatever it held: from there on both build the same bars of the same trades.
     * For the thread that writes; whoever reads meanwhile sees some symbols as they were and some as they are.
     *
     * @param state of as many instruments
     */
    public void restore(HistoryState state) {
        marketTime = state.marketTime();
        nextEnd = Long.MAX_VALUE;
        changed.clear();
        Iterator<HistoryState.OfSymbol> next = state.symbols().iterator();
        for (SymbolHistory history : symbols.values()) {
            nextEnd = Math.min(nextEnd, history.restore(next.next()));
        }
    }

    /**
     * Sets the market's clock forward; a time it has passed already leaves it where it is.
     *
     * @param time microseconds since the epoch
     * @param closed is given each bar that is over by then
     */
    public void advance(long time, Consumer<Bar> closed) {
        marketTime = Math.max(marketTime, time);
        if (marketTime >= nextEnd) {
            long end = Long.MAX_VALUE;
            for (SymbolHistory history : symbols.values()) {
                end = Math.min(end, history.closeUntil(marketTime, closed));
            }
            nextEnd = end;
        }
    }

    /**
     * Takes in a trade, after the clock was {@link #advance advanced} to its time.
     *
     * @throws ArithmeticException if a number does not fit 63 bits; nothing has changed then
     */
    public void add(Trade trade) {
        SymbolHistory history = symbols.get(trade.symbol());
        if (history != null) {
            nextEnd = Math.min(nextEnd, history.add(trade, counted(trade.time())));
            changed.add(trade.symbol());
        }
    }

    /**
     * Takes in a value of an index, after the clock was {@link #advance advanced} to its time. Nobody trades an index,
     * so its bars are made of its values, with neither volume nor trades.
     *
     * @param time when it was that, microseconds since the epoch
     * @throws ArithmeticException if the value does not fit 63 bits; nothing has changed then
     */
    public void value(Symbol index, BigDecimal value, long time) {
        SymbolHistory history = symbols.get(index);
        if (history != null) {
            nextEnd = Math.min(nextEnd, history.value(value, counted(time)));
            changed.add(index);
        }
    }

    /** The time that something of the given time counts at. */
    private long counted(long time) {
        return Math.max(time, Interval.ONE_MINUTE.startOf(marketTime));
    }

    /**
     * Gives the symbols traded since the last call: every interval of them has a changed open bar, unless it closed.
     */
    public void drainChanged(Consumer<Symbol> symbol) {
        changed.forEach(symbol);
        changed.clear();
    }

    /** The bar that is not over, unnumbered. */
    public Optional<Bar> open(Symbol symbol, Interval interval) {
        SymbolHistory history = symbols.get(symbol);
        return history == null ? Optional.empty() : history.open(interval);
    }

    /** Whether there is a bar that is not over. */
    public boolean hasOpen(Symbol symbol, Interval interval) {
        SymbolHistory history = symbols.get(symbol);
        return history != null && history.hasOpen(interval);
    }

    /**
     * Bars whose start is in {@code [from, to)}, microseconds since the epoch, oldest first, unnumbered; the newest
     * {@code limit} of them, the open one included. Empty for an unknown symbol.
     */
    public List<Bar> bars(Symbol symbol, Interval interval, long from, long to, int limit) {
        SymbolHistory history = symbols.get(symbol);
        return history == null ? List.of() : history.bars(interval, from, to, limit);
    }

    /**
     * What is new of a symbol since a reading before, as one whole; empty if nothing is, or the symbol is unknown.
     *
     * @param mark of that reading, or one that says what is known already
     */
    public Optional<Reading> readAfter(Symbol symbol, Bookmark mark) {
        SymbolHistory history = symbols.get(symbol);
        return history == null ? Optional.empty() : history.readAfter(mark);
    }

    /**
     * The newest trades numbered below, oldest first; at most a thousand are kept. Empty for an unknown symbol.
     *
     * @param belowSeq {@link Long#MAX_VALUE} for the newest of all
     */
    public List<Trade> trades(Symbol symbol, long belowSeq, int limit) {
        SymbolHistory history = symbols.get(symbol);
        return history == null ? List.of() : history.trades(belowSeq, limit);
    }
}
