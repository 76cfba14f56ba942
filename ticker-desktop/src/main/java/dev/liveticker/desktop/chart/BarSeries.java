package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.SettledBars;
import dev.liveticker.message.Bar;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The bars of one symbol in the order of time, one for each start; plain numbers in a row, with room at both ends, so
 * that a hundred thousand are read without a step aside. For one thread.
 */
final class BarSeries implements SettledBars {

    /** More than two months of minutes; older bars go first. */
    static final int MOST_BARS = 100_000;

    private static final int LEAST_ROOM = 256;

    /** What a bar is made of, one column each. */
    private static final int OPEN = 0;

    private static final int HIGH = 1;
    private static final int LOW = 2;
    private static final int CLOSE = 3;
    private static final int VOLUME = 4;
    private static final int COLUMNS = 5;

    private long[] starts = new long[LEAST_ROOM];
    private double[][] columns = new double[COLUMNS][LEAST_ROOM];
    private int from = LEAST_ROOM / 2;
    private int size;
    private double highest;
    private double lowest;
    private boolean hasVolume;
    private int decimals;
    private long pastRevision;

    @Override
    public long pastRevision() {
        return pastRevision;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long start(int index) {
        return starts[at(index)];
    }

    @Override
    public double open(int index) {
        return columns[OPEN][at(index)];
    }

    @Override
    public double high(int index) {
        return columns[HIGH][at(index)];
    }

    @Override
    public double low(int index) {
        return columns[LOW][at(index)];
    }

    @Override
    public double close(int index) {
        return columns[CLOSE][at(index)];
    }

    @Override
    public double volume(int index) {
        return columns[VOLUME][at(index)];
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isFull() {
        return size >= MOST_BARS;
    }

    Candle get(int index) {
        return new Candle(start(index), open(index), high(index), low(index), close(index), volume(index));
    }

    /** Whether anything was traded; of an index, nothing ever is. */
    boolean hasVolume() {
        return hasVolume;
    }

    /** The highest price there ever was since it was cleared, or 0 if that is higher. */
    double highest() {
        return highest;
    }

    /** The lowest price there ever was since it was cleared, or 0 if that is lower. */
    double lowest() {
        return lowest;
    }

    /** The most decimals that a price had since it was cleared. */
    int decimals() {
        return decimals;
    }

    void clear() {
        from = starts.length / 2;
        size = 0;
        highest = 0;
        lowest = 0;
        hasVolume = false;
        decimals = 0;
        pastRevision++;
    }

    /** The first bar that starts then or later; {@link #size()} if none does. */
    int indexFrom(long start) {
        int index = Arrays.binarySearch(starts, from, from + size, start);
        return (index >= 0 ? index : -index - 1) - from;
    }

    /** Forgets the bars that start later; whether there were any. */
    boolean dropAfter(long start) {
        int keep = indexFrom(start + 1);
        boolean dropped = keep < size;
        size = keep;
        pastRevision += dropped ? 1 : 0;
        return dropped;
    }

    /** Forgets the bars that start earlier. */
    void dropBefore(long start) {
        int drop = indexFrom(start);
        from += drop;
        size -= drop;
        pastRevision += drop > 0 ? 1 : 0;
    }

    /**
     * Takes in a bar: a new one, or a newer state of one that is there.
     *
     * @return whether it is newer than all that were there
     */
    boolean put(Bar bar) {
        boolean newest = size == 0 || starts[from + size - 1] < bar.start();
        int index = newest ? size : indexFrom(bar.start());
        pastRevision += index < size - 1 ? 1 : 0;
        if (newest || start(index) != bar.start()) {
            insert(index);
        }
        set(index, bar);
        if (size > MOST_BARS) {
            from++;
            size--;
            pastRevision++;
        }
        return newest;
    }

    /**
     * Takes in what was fetched; of a bar known already, what is there stands only if it has more volume, and is the
     * newest bar or one that came live meanwhile. Any other may be of a market before.
     *
     * @param fetched oldest first
     * @param liveFrom where the bars start that came live since they were asked for, in microseconds since the Unix
     *     epoch
     * @return how many are newer than all that were there
     */
    int merge(List<Bar> fetched, long liveFrom) {
        if (isEmpty()) {
            fetched.forEach(this::put);
            return 0;
        }
        long guarded = Math.min(liveFrom, start(size - 1));
        int added = 0;
        for (Bar bar : fetched) {
            if (bar.start() < guarded || !hasMore(bar)) {
                added += put(bar) ? 1 : 0;
            }
        }
        return added;
    }

    /** Whether the same bar is there with more volume. */
    private boolean hasMore(Bar bar) {
        int index = indexFrom(bar.start());
        return index < size
                && start(index) == bar.start()
                && volume(index) > bar.volume().doubleValue();
    }

    /**
     * Puts older bars before the others, as many as there is room for.
     *
     * @param older oldest first; those that do not start before the first bar are left out
     * @return how many were taken in
     */
    int prepend(List<Bar> older) {
        long first = isEmpty() ? Long.MAX_VALUE : start(0);
        int until = older.size();
        while (until > 0 && older.get(until - 1).start() >= first) {
            until--;
        }
        int since = Math.max(0, until - (MOST_BARS - size));
        int count = until - since;
        if (count == 0) {
            return 0;
        }
        if (from < count) {
            move(count);
        }
        from -= count;
        size += count;
        pastRevision++;
        for (int i = 0; i < count; i++) {
            set(i, older.get(since + i));
        }
        return count;
    }

    private void insert(int index) {
        if (from + size == starts.length) {
            move(0);
        }
        int place = from + index;
        int after = size - index;
        System.arraycopy(starts, place, starts, place + 1, after);
        for (double[] column : columns) {
            System.arraycopy(column, place, column, place + 1, after);
        }
        size++;
    }

    private void set(int index, Bar bar) {
        int place = at(index);
        starts[place] = bar.start();
        columns[OPEN][place] = price(bar.open());
        columns[HIGH][place] = price(bar.high());
        columns[LOW][place] = price(bar.low());
        columns[CLOSE][place] = price(bar.close());
        columns[VOLUME][place] = bar.volume().doubleValue();
        highest = Math.max(highest, columns[HIGH][place]);
        lowest = Math.min(lowest, columns[LOW][place]);
        hasVolume |= columns[VOLUME][place] > 0;
    }

    private double price(BigDecimal price) {
        if (price.scale() > decimals) {
            decimals = Math.max(decimals, price.stripTrailingZeros().scale());
        }
        return price.doubleValue();
    }

    /** Moves everything to where there is room at both ends, and for so many bars more in front. */
    private void move(int front) {
        int needed = front + size;
        int length = needed + needed / 2 + LEAST_ROOM;
        int place = front + (length - needed) / 4;
        long[] movedStarts = new long[length];
        System.arraycopy(starts, from, movedStarts, place, size);
        starts = movedStarts;
        for (int i = 0; i < COLUMNS; i++) {
            double[] moved = new double[length];
            System.arraycopy(columns[i], from, moved, place, size);
            columns[i] = moved;
        }
        from = place;
    }

    private int at(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return from + index;
    }
}
