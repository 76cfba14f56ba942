package dev.liveticker.server.history;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Bars and newest trades of every instrument. Bars follow the market's own clock, which is the latest time any event
 * bore: an event past the end of an interval closes its bar, whichever symbol it is of. An interval without a trade has
 * no bar. A trade that comes later than its own time says counts where the market's clock stands, so that a closed bar
 * never changes and every trade is in exactly one bar of each interval.
 *
 * <p>One thread writes; any may read, without waiting for more than a copy of one symbol.
 */
public final class MarketHistory {

    private final Map<Symbol, SymbolHistory> symbols = new LinkedHashMap<>();
    private final Set<Symbol> changed = new LinkedHashSet<>();
    private long marketTime = Long.MIN_VALUE;
    private long nextEnd = Long.MAX_VALUE;

    public MarketHistory(Collection<Instrument> instruments) {
        for (Instrument instrument : instruments) {
            symbols.put(instrument.symbol(), new SymbolHistory(instrument));
        }
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
            nextEnd = Math.min(nextEnd, history.add(trade, marketTime));
            changed.add(trade.symbol());
        }
    }

    /**
     * Takes in a value of an index, after the clock was {@link #advance advanced} to its time. Nobody trades an index,
     * so its bars are made of its values, with neither volume nor trades.
     *
     * @throws ArithmeticException if the value does not fit 63 bits; nothing has changed then
     */
    public void value(Symbol index, BigDecimal value) {
        SymbolHistory history = symbols.get(index);
        if (history != null) {
            nextEnd = Math.min(nextEnd, history.value(value, marketTime));
            changed.add(index);
        }
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

    /** The newest trades, oldest first; at most a thousand are kept. Empty for an unknown symbol. */
    public List<Trade> trades(Symbol symbol, int limit) {
        SymbolHistory history = symbols.get(symbol);
        return history == null ? List.of() : history.trades(limit);
    }
}
