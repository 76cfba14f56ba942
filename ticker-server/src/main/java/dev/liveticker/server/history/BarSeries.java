package dev.liveticker.server.history;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bars of one symbol and interval: closed ones in a ring of plain numbers that grows up to its capacity and then
 * forgets the oldest, and the open one. Not safe for several threads; {@link SymbolHistory} guards it.
 */
final class BarSeries {

    static final int START = 0;
    static final int OPEN = 1;
    private static final int HIGH = 2;
    private static final int LOW = 3;
    static final int CLOSE = 4;
    static final int VOLUME = 5;
    static final int TRADES = 6;

    /** Numbers in the row of a bar. */
    static final int WIDTH = 7;

    private static final int FIRST_ROWS = 16;

    private final Interval interval;
    private final int capacity;
    private long[] rows = new long[FIRST_ROWS * WIDTH];
    private int oldest;
    private int closed;
    private final long[] open = new long[WIDTH];
    private boolean hasOpen;

    /** The times of the trades that the open bar's first and last price are of. */
    private long firstTime;

    private long lastTime;

    /** @param capacity how many closed bars are kept; positive */
    BarSeries(Interval interval, int capacity) {
        this.interval = interval;
        this.capacity = capacity;
    }

    /** One that is as another was. */
    BarSeries(SeriesState state, int capacity) {
        this(state.interval(), capacity);
        closed = Math.min(state.closed().length / WIDTH, capacity);
        int left = state.closed().length / WIDTH - closed;
        rows = Arrays.copyOf(
                Arrays.copyOfRange(state.closed(), left * WIDTH, state.closed().length),
                Math.max(closed, FIRST_ROWS) * WIDTH);
        hasOpen = state.open().length > 0;
        System.arraycopy(state.open(), 0, open, 0, state.open().length);
        firstTime = state.firstTime();
        lastTime = state.lastTime();
    }

    /**
     * As it is now.
     *
     * @param most closed bars, the newest
     */
    SeriesState capture(int most) {
        int first = Math.max(0, closed - most);
        long[] copy = new long[(closed - first) * WIDTH];
        for (int row = first; row < closed; row++) {
            System.arraycopy(rows, offset(row), copy, (row - first) * WIDTH, WIDTH);
        }
        return hasOpen
                ? new SeriesState(interval, copy, open.clone(), firstTime, lastTime)
                : new SeriesState(interval, copy, new long[0], 0, 0);
    }

    /** How many closed bars there are. */
    int closed() {
        return closed;
    }

    Interval interval() {
        return interval;
    }

    boolean hasOpen() {
        return hasOpen;
    }

    /** Where the open bar's interval ends, microseconds since the epoch. */
    long openEnd() {
        return open[START] + interval.micros();
    }

    /** @throws ArithmeticException if the open bar's volume cannot take this much more */
    void check(long size) {
        if (hasOpen) {
            Math.addExact(open[VOLUME], size);
        }
    }

    /**
     * Takes a price, with what was traded at it, into the open bar, or opens one with it. The bar opens with the price
     * of the earliest time and closes with that of the latest; of several at one time, with the one that came first or
     * last.
     *
     * @param time within the open bar, if there is one
     * @param size a {@link #check checked} one
     * @param trades how many; none for an index, which has a value and no trades
     */
    void add(long time, long price, long size, int trades) {
        if (!hasOpen) {
            begin(time, price);
        }
        if (time < firstTime) {
            firstTime = time;
            open[OPEN] = price;
        }
        if (time >= lastTime) {
            lastTime = time;
            open[CLOSE] = price;
        }
        open[HIGH] = Math.max(open[HIGH], price);
        open[LOW] = Math.min(open[LOW], price);
        open[VOLUME] += size;
        open[TRADES] += trades;
    }

    /** Takes a shorter bar that lies within one of this series, after all taken before. */
    void merge(long time, long first, long high, long low, long last, long volume, long trades) {
        if (hasOpen && open[START] != interval.startOf(time)) {
            close();
        }
        if (!hasOpen) {
            begin(time, first);
        }
        lastTime = time;
        open[HIGH] = Math.max(open[HIGH], high);
        open[LOW] = Math.min(open[LOW], low);
        open[CLOSE] = last;
        open[VOLUME] = Math.addExact(open[VOLUME], volume);
        open[TRADES] += trades;
    }

    /** Rebuilds the open bar from what a shorter series has after the newest closed bar of this one. */
    void mergeWhatFollows(BarSeries shorter) {
        long from = closed == 0 ? Long.MIN_VALUE : newestStart() + interval.micros();
        for (int row = shorter.firstFrom(from); row < shorter.closed; row++) {
            merge(shorter.rows, shorter.offset(row));
        }
        if (shorter.hasOpen && shorter.open[START] >= from) {
            merge(shorter.open, 0);
        }
    }

    private void merge(long[] numbers, int at) {
        merge(
                numbers[at + START],
                numbers[at + OPEN],
                numbers[at + HIGH],
                numbers[at + LOW],
                numbers[at + CLOSE],
                numbers[at + VOLUME],
                numbers[at + TRADES]);
    }

    private void begin(long time, long price) {
        Arrays.fill(open, 0);
        open[START] = interval.startOf(time);
        open[OPEN] = price;
        open[HIGH] = price;
        open[LOW] = price;
        firstTime = time;
        lastTime = time;
        hasOpen = true;
    }

    /** Where the newest closed bar, which there must be, begins. */
    private long newestStart() {
        return rows[offset(closed - 1) + START];
    }

    /** Ends the open bar, which there must be. */
    void close() {
        makeRoom();
        System.arraycopy(open, 0, rows, offset(closed), WIDTH);
        closed++;
        hasOpen = false;
    }

    private void makeRoom() {
        int length = rows.length / WIDTH;
        if (closed < length) {
            return;
        }
        if (closed >= capacity) {
            oldest = (oldest + 1) % length;
            closed--;
            return;
        }
        long[] larger = new long[Math.min(capacity, length * 2) * WIDTH];
        int upToEnd = rows.length - oldest * WIDTH;
        System.arraycopy(rows, oldest * WIDTH, larger, 0, upToEnd);
        System.arraycopy(rows, 0, larger, upToEnd, oldest * WIDTH);
        rows = larger;
        oldest = 0;
    }

    private int offset(int index) {
        return (oldest + index) % (rows.length / WIDTH) * WIDTH;
    }

    /**
     * The same bars with more decimals, when the symbol's numbers turn out to need them.
     *
     * @param prices what prices are multiplied by
     * @param sizes what volumes are multiplied by
     * @throws ArithmeticException if a number does not fit any more
     */
    BarSeries rescaled(long prices, long sizes) {
        BarSeries copy = new BarSeries(interval, capacity);
        copy.rows = rows.clone();
        copy.oldest = oldest;
        copy.closed = closed;
        copy.hasOpen = hasOpen;
        copy.firstTime = firstTime;
        copy.lastTime = lastTime;
        System.arraycopy(open, 0, copy.open, 0, WIDTH);
        for (int row = 0; row < closed; row++) {
            rescale(copy.rows, offset(row), prices, sizes);
        }
        if (hasOpen) {
            rescale(copy.open, 0, prices, sizes);
        }
        return copy;
    }

    private static void rescale(long[] numbers, int offset, long prices, long sizes) {
        for (int column = OPEN; column <= CLOSE; column++) {
            numbers[offset + column] = Math.multiplyExact(numbers[offset + column], prices);
        }
        numbers[offset + VOLUME] = Math.multiplyExact(numbers[offset + VOLUME], sizes);
    }

    /** The open bar, which there must be. */
    Bar open(Symbol symbol, int priceScale, int sizeScale) {
        return bar(open, 0, symbol, priceScale, sizeScale, false);
    }

    /** The newest closed bar, which there must be. */
    Bar newestClosed(Symbol symbol, int priceScale, int sizeScale) {
        return bar(rows, offset(closed - 1), symbol, priceScale, sizeScale, true);
    }

    /** The closed bars that start after a time, oldest first. */
    List<Bar> closedAfter(long start, Symbol symbol, int priceScale, int sizeScale) {
        List<Bar> found = new ArrayList<>();
        for (int row = start == Long.MAX_VALUE ? closed : firstFrom(start + 1); row < closed; row++) {
            found.add(bar(rows, offset(row), symbol, priceScale, sizeScale, true));
        }
        return found;
    }

    /** The newest {@code limit} whose start is in {@code [from, to)}, oldest first. */
    List<Bar> bars(Symbol symbol, int priceScale, int sizeScale, long from, long to, int limit) {
        boolean openToo = hasOpen && open[START] >= from && open[START] < to && limit > 0;
        int end = firstFrom(to);
        long room = limit - (openToo ? 1L : 0L);
        int begin = (int) Math.max(firstFrom(from), end - Math.max(0, room));
        List<Bar> found = new ArrayList<>(Math.max(0, end - begin) + 1);
        for (int row = begin; row < end; row++) {
            found.add(bar(rows, offset(row), symbol, priceScale, sizeScale, true));
        }
        if (openToo) {
            found.add(open(symbol, priceScale, sizeScale));
        }
        return found;
    }

    /** Index of the first closed bar that starts at or after a time. */
    private int firstFrom(long time) {
        int low = 0;
        int high = closed;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows[offset(middle) + START] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Bar bar(long[] numbers, int at, Symbol symbol, int priceScale, int sizeScale, boolean isClosed) {
        return new Bar(
                symbol,
                0,
                interval,
                numbers[at + START],
                BigDecimal.valueOf(numbers[at + OPEN], priceScale),
                BigDecimal.valueOf(numbers[at + HIGH], priceScale),
                BigDecimal.valueOf(numbers[at + LOW], priceScale),
                BigDecimal.valueOf(numbers[at + CLOSE], priceScale),
                BigDecimal.valueOf(numbers[at + VOLUME], sizeScale),
                (int) Math.min(Integer.MAX_VALUE, numbers[at + TRADES]),
                isClosed);
    }
}
