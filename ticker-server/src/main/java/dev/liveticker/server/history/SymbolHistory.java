package dev.liveticker.server.history;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The bars and newest trades of one symbol. Written by one thread, read by any; each call holds the symbol's guard for
 * as long as it copies, so readers of one symbol never wait for another.
 *
 * <p>Prices and sizes are kept as whole numbers of the symbol's smallest decimal, which widens when a finer one comes;
 * they must fit 63 bits so counted.
 */
final class SymbolHistory {

    private static final int MINUTES_KEPT = 3 * 24 * 60;
    private static final int LONGER_BARS_KEPT = 2_000;
    static final int TRADES_KEPT = 1_000;

    private final Symbol symbol;
    private final Map<Interval, BarSeries> series = new EnumMap<>(Interval.class);
    private final ArrayDeque<Trade> trades = new ArrayDeque<>();
    private int priceScale;
    private int sizeScale;
    private long changes;

    SymbolHistory(Instrument instrument) {
        this.symbol = instrument.symbol();
        this.priceScale = instrument.decimals();
        for (Interval interval : Interval.values()) {
            series.put(interval, new BarSeries(interval, kept(interval)));
        }
    }

    /** How many closed bars are kept at most. */
    static int kept(Interval interval) {
        return interval == Interval.ONE_MINUTE ? MINUTES_KEPT : LONGER_BARS_KEPT;
    }

    /** How many closed bars there are. */
    synchronized int closed(Interval interval) {
        return of(interval).closed();
    }

    synchronized int tradesKept() {
        return trades.size();
    }

    /**
     * As it is now.
     *
     * @param mostMinutes closed bars of one minute, the newest
     * @param mostLonger closed bars of each longer interval
     */
    synchronized HistoryState.OfSymbol capture(int mostMinutes, int mostLonger, int mostTrades) {
        List<SeriesState> all = new ArrayList<>(series.size());
        series.forEach(
                (interval, each) -> all.add(each.capture(interval == Interval.ONE_MINUTE ? mostMinutes : mostLonger)));
        return new HistoryState.OfSymbol(priceScale, sizeScale, all, trades(Long.MAX_VALUE, mostTrades));
    }

    /**
     * Becomes what another was, whatever it held.
     *
     * @return where the first of the open bars ends; {@link Long#MAX_VALUE} if none is
     */
    synchronized long restore(HistoryState.OfSymbol state) {
        priceScale = state.priceScale();
        sizeScale = state.sizeScale();
        long end = Long.MAX_VALUE;
        for (SeriesState each : state.series()) {
            BarSeries restored = new BarSeries(each, kept(each.interval()));
            series.put(each.interval(), restored);
            end = restored.hasOpen() ? Math.min(end, restored.openEnd()) : end;
        }
        trades.clear();
        trades.addAll(state.trades());
        changes++;
        return end;
    }

    /**
     * Takes in one-minute bars from before the first trade.
     *
     * @throws IllegalArgumentException if they are not oldest first
     * @throws ArithmeticException if a number is too large
     */
    synchronized void load(List<Bar> minutes) {
        checkOrder(minutes);
        for (Bar bar : minutes) {
            widen(bar);
            series.values().forEach(each -> merge(each, bar));
        }
        changes++;
    }

    /**
     * Goes on where an earlier run stopped; to be called before anything else. Bars that were open then are open again.
     *
     * @throws IllegalArgumentException if bars are not oldest first
     * @throws ArithmeticException if a number is too large
     */
    synchronized void resume(EarlierBars earlier) {
        earlier.closed().values().forEach(this::checkOrder);
        earlier.closed().values().forEach(bars -> bars.forEach(this::widen));
        earlier.openMinute().ifPresent(this::widen);
        BarSeries shorter = null;
        for (BarSeries each : series.values()) {
            for (Bar bar : earlier.closed().getOrDefault(each.interval(), List.of())) {
                // Each is a series of one, and over.
                merge(each, bar);
                each.close();
            }
            if (shorter == null) {
                earlier.openMinute().ifPresent(bar -> merge(each, bar));
            } else {
                each.mergeWhatFollows(shorter);
            }
            shorter = each;
        }
        changes++;
    }

    private void checkOrder(List<Bar> bars) {
        long before = Long.MIN_VALUE;
        for (Bar bar : bars) {
            if (bar.start() <= before) {
                throw new IllegalArgumentException("bars of " + symbol + " are not oldest first");
            }
            before = bar.start();
        }
    }

    private void merge(BarSeries into, Bar bar) {
        into.merge(
                bar.start(),
                price(bar.open()),
                price(bar.high()),
                price(bar.low()),
                price(bar.close()),
                size(bar.volume()),
                bar.trades());
    }

    /**
     * What is new since a reading before, as one whole: the closed bars of every interval, and the open minute as it
     * stands after them. Absent if nothing is.
     */
    synchronized Optional<Reading> readAfter(Bookmark mark) {
        if (mark.changes() == changes) {
            return Optional.empty();
        }
        List<Bar> closed = new ArrayList<>();
        Map<Interval, Long> newest = new EnumMap<>(Interval.class);
        newest.putAll(mark.newest());
        series.forEach((interval, each) -> {
            long after = mark.newest().getOrDefault(interval, Long.MIN_VALUE);
            List<Bar> fresh = each.closedAfter(after, symbol, priceScale, sizeScale);
            if (!fresh.isEmpty()) {
                closed.addAll(fresh);
                newest.put(interval, fresh.getLast().start());
            }
        });
        return Optional.of(new Reading(closed, open(Interval.ONE_MINUTE), new Bookmark(changes, newest)));
    }

    /**
     * Takes in a trade.
     *
     * @param time which bars it belongs to, microseconds since the epoch; every open bar covers it
     * @return where the first of the open bars ends
     * @throws ArithmeticException if a number is too large; nothing has changed then
     */
    synchronized long add(Trade trade, long time) {
        int prices = scale(trade.price(), priceScale);
        int sizes = scale(trade.size(), sizeScale);
        long price = unscaled(trade.price(), prices);
        long size = unscaled(trade.size(), sizes);
        Map<Interval, BarSeries> wide = widened(prices, sizes);
        wide.values().forEach(each -> each.check(size));
        widen(wide, prices, sizes);
        long end = addToBars(time, price, size, 1);
        changes++;
        if (trades.size() == TRADES_KEPT) {
            trades.removeFirst();
        }
        trades.addLast(trade);
        return end;
    }

    /**
     * Takes in a value of an index; otherwise as {@link #add}.
     *
     * @throws ArithmeticException if the value is too large; nothing has changed then
     */
    synchronized long value(BigDecimal value, long time) {
        int prices = scale(value, priceScale);
        long price = unscaled(value, prices);
        widen(widened(prices, sizeScale), prices, sizeScale);
        changes++;
        return addToBars(time, price, 0, 0);
    }

    private long addToBars(long time, long price, long size, int count) {
        long end = Long.MAX_VALUE;
        for (BarSeries each : series.values()) {
            each.add(time, price, size, count);
            end = Math.min(end, each.openEnd());
        }
        return end;
    }

    /**
     * Ends the bars whose interval is over.
     *
     * @param closed is given each, the shortest interval first
     * @return where the first of the bars still open ends; {@link Long#MAX_VALUE} if none is
     */
    synchronized long closeUntil(long time, Consumer<Bar> closed) {
        long end = Long.MAX_VALUE;
        for (BarSeries each : series.values()) {
            if (!each.hasOpen()) {
                continue;
            }
            if (each.openEnd() <= time) {
                each.close();
                changes++;
                closed.accept(each.newestClosed(symbol, priceScale, sizeScale));
            } else {
                end = Math.min(end, each.openEnd());
            }
        }
        return end;
    }

    synchronized Optional<Bar> open(Interval interval) {
        BarSeries wanted = of(interval);
        return wanted.hasOpen() ? Optional.of(wanted.open(symbol, priceScale, sizeScale)) : Optional.empty();
    }

    synchronized boolean hasOpen(Interval interval) {
        return of(interval).hasOpen();
    }

    synchronized List<Bar> bars(Interval interval, long from, long to, int limit) {
        return of(interval).bars(symbol, priceScale, sizeScale, from, to, limit);
    }

    /** The newest numbered below, oldest first. */
    synchronized List<Trade> trades(long belowSeq, int limit) {
        List<Trade> found = new ArrayList<>();
        Iterator<Trade> newestFirst = trades.descendingIterator();
        while (newestFirst.hasNext() && found.size() < limit) {
            Trade trade = newestFirst.next();
            if (trade.seq() < belowSeq) {
                found.add(trade);
            }
        }
        return found.reversed();
    }

    private BarSeries of(Interval interval) {
        BarSeries found = series.get(interval);
        if (found == null) {
            throw new IllegalStateException("no series of " + interval);
        }
        return found;
    }

    private void widen(Bar bar) {
        int prices = priceScale;
        for (BigDecimal price : List.of(bar.open(), bar.high(), bar.low(), bar.close())) {
            prices = scale(price, prices);
        }
        int sizes = scale(bar.volume(), sizeScale);
        widen(widened(prices, sizes), prices, sizes);
    }

    /** How many decimals it takes to count in what was counted with so many before. */
    private static int scale(BigDecimal number, int before) {
        return number.scale() <= before
                ? before
                : Math.max(before, number.stripTrailingZeros().scale());
    }

    /**
     * The series as they are with so many decimals, not fewer than now. Nothing is changed by that.
     *
     * @throws ArithmeticException if a number does not fit any more
     */
    private Map<Interval, BarSeries> widened(int prices, int sizes) {
        if (prices == priceScale && sizes == sizeScale) {
            return series;
        }
        long byPrice = tenTo(prices - priceScale);
        long bySize = tenTo(sizes - sizeScale);
        Map<Interval, BarSeries> wider = new EnumMap<>(Interval.class);
        series.forEach((interval, each) -> wider.put(interval, each.rescaled(byPrice, bySize)));
        return wider;
    }

    /** Goes on with the series as they are with so many decimals. */
    private void widen(Map<Interval, BarSeries> wide, int prices, int sizes) {
        if (prices > priceScale || sizes > sizeScale) {
            series.putAll(wide);
            priceScale = prices;
            sizeScale = sizes;
        }
    }

    private static long tenTo(int exponent) {
        return BigDecimal.TEN.pow(exponent).longValueExact();
    }

    private long price(BigDecimal price) {
        return unscaled(price, priceScale);
    }

    private long size(BigDecimal size) {
        return unscaled(size, sizeScale);
    }

    private static long unscaled(BigDecimal number, int scale) {
        return number.setScale(scale).unscaledValue().longValueExact();
    }
}
