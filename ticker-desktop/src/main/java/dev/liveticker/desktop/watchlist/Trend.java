package dev.liveticker.desktop.watchlist;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import java.util.Arrays;
import java.util.List;

/**
 * Where the price of a row went in the last hours: its last price in each five minutes that had one, as the server's
 * bars say and as quotes came in. Nothing is made up in between.
 */
final class Trend {

    static final Interval STEP = Interval.FIVE_MINUTES;

    /** Six hours, which is how far the newest price and the oldest are apart at most. */
    static final int MOST = 72;

    /** What {@link #asked} is before anybody asked. */
    static final int NEVER = 0;

    private static final int AT_FIRST = 8;

    private long[] starts = {};
    private double[] closes = {};
    private int size;
    private int asked = NEVER;

    /** In which connection bars were asked for last; {@link #NEVER} if they never were. */
    int asked() {
        return asked;
    }

    void asked(int now) {
        asked = now;
    }

    /** Whether there is a step without a price between two that have one. */
    boolean hasHole() {
        for (int i = 1; i < size; i++) {
            if (starts[i] - starts[i - 1] > STEP.micros()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes in a price. One that is a little late is left out. Where the time goes back by more than a step, what was
     * ahead of it goes: it was stamped wrongly, or a recording has begun again.
     *
     * @param time microseconds since the Unix epoch
     * @return whether the line changed
     */
    boolean add(double price, long time) {
        long start = STEP.startOf(time);
        if (size > 0 && start + STEP.micros() < starts[size - 1]) {
            while (size > 0 && starts[size - 1] > start) {
                size--;
            }
            // What it was ahead of may have gone with it, and is asked for again.
            asked = NEVER;
        }
        if (size > 0 && start < starts[size - 1]) {
            return false;
        }
        if (size > 0 && start == starts[size - 1]) {
            boolean changed = closes[size - 1] != price;
            closes[size - 1] = price;
            return changed;
        }
        append(start, price);
        return true;
    }

    /** Puts the server's bars, oldest first, where nothing came in by itself. */
    void fill(List<Bar> bars) {
        long[] ownStarts = Arrays.copyOf(starts, size);
        double[] ownCloses = Arrays.copyOf(closes, size);
        int own = 0;
        size = 0;
        for (Bar bar : bars) {
            // Whatever bars a server sends, there is one price a step.
            long start = STEP.startOf(bar.start());
            while (own < ownStarts.length && ownStarts[own] <= start) {
                append(ownStarts[own], ownCloses[own]);
                own++;
            }
            if (size == 0 || start > starts[size - 1]) {
                append(start, bar.close().doubleValue());
            }
        }
        for (; own < ownStarts.length; own++) {
            append(ownStarts[own], ownCloses[own]);
        }
    }

    void clear() {
        size = 0;
        asked = NEVER;
    }

    int size() {
        return size;
    }

    /** @param index 0 is the oldest */
    double close(int index) {
        return closes[index];
    }

    /**
     * How many steps before the newest price one is; 0 for the newest itself, less than {@link #MOST} for each.
     *
     * @param index 0 is the oldest
     */
    long stepsBack(int index) {
        return (starts[size - 1] - starts[index]) / STEP.micros();
    }

    private void append(long start, double price) {
        int old = 0;
        while (old < size && starts[old] + MOST * STEP.micros() <= start) {
            old++;
        }
        if (old > 0) {
            size -= old;
            System.arraycopy(starts, old, starts, 0, size);
            System.arraycopy(closes, old, closes, 0, size);
        }
        if (size == starts.length) {
            int capacity = Math.min(MOST, Math.max(AT_FIRST, 2 * size));
            starts = Arrays.copyOf(starts, capacity);
            closes = Arrays.copyOf(closes, capacity);
        }
        starts[size] = start;
        closes[size] = price;
        size++;
    }
}
