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

    /** Six hours. */
    static final int MOST = 72;

    private static final int AT_FIRST = 8;

    private long[] starts = {};
    private double[] closes = {};
    private int size;
    private boolean asked;

    /** Whether bars were asked for, or need not be. */
    boolean isAsked() {
        return asked;
    }

    void asked(boolean now) {
        asked = now;
    }

    /**
     * Takes in a price.
     *
     * @param time microseconds since the Unix epoch
     * @return whether the line changed
     */
    boolean add(double price, long time) {
        long start = STEP.startOf(time);
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

    /** Puts the server's bars, oldest first, before what came in by itself. */
    void precede(List<Bar> bars) {
        long[] ownStarts = Arrays.copyOf(starts, size);
        double[] ownCloses = Arrays.copyOf(closes, size);
        long firstOwn = ownStarts.length == 0 ? Long.MAX_VALUE : ownStarts[0];
        size = 0;
        for (Bar bar : bars) {
            if (bar.start() < firstOwn && (size == 0 || bar.start() > starts[size - 1])) {
                append(bar.start(), bar.close().doubleValue());
            }
        }
        for (int i = 0; i < ownStarts.length; i++) {
            append(ownStarts[i], ownCloses[i]);
        }
    }

    void clear() {
        size = 0;
        asked = false;
    }

    int size() {
        return size;
    }

    /** @param index 0 is the oldest */
    double close(int index) {
        return closes[index];
    }

    private void append(long start, double price) {
        if (size == MOST) {
            System.arraycopy(starts, 1, starts, 0, size - 1);
            System.arraycopy(closes, 1, closes, 0, size - 1);
            size--;
        } else if (size == starts.length) {
            int capacity = Math.min(MOST, Math.max(AT_FIRST, 2 * size));
            starts = Arrays.copyOf(starts, capacity);
            closes = Arrays.copyOf(closes, capacity);
        }
        starts[size] = start;
        closes[size] = price;
        size++;
    }
}
