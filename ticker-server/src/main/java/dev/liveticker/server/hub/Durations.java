package dev.liveticker.server.hub;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long something took, counted by ranges that do not change. One thread measures, any may read. */
public final class Durations {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] bounds;
    private final AtomicLongArray counts;
    private final Tally sum = new Tally();

    /** @param bounds the longest of each range but the last, in nanoseconds, ascending */
    Durations(long... bounds) {
        this.bounds = bounds.clone();
        this.counts = new AtomicLongArray(bounds.length + 1);
    }

    /** One more took so long, in nanoseconds. For the one thread that measures. */
    void record(long nanos) {
        long taken = Math.max(0, nanos);
        int range = 0;
        while (range < bounds.length && taken > bounds[range]) {
            range++;
        }
        counts.setOpaque(range, counts.getPlain(range) + 1);
        sum.add(taken);
    }

    /** The longest of each range, in seconds; the last has no end. */
    public double[] upTo() {
        double[] seconds = new double[bounds.length + 1];
        for (int i = 0; i < bounds.length; i++) {
            seconds[i] = bounds[i] / NANOS_PER_SECOND;
        }
        seconds[bounds.length] = Double.POSITIVE_INFINITY;
        return seconds;
    }

    /** How many were in each range alone. */
    public long[] counts() {
        long[] copy = new long[counts.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = counts.getOpaque(i);
        }
        return copy;
    }

    /** All of them together, in seconds. */
    public double seconds() {
        return sum.count() / NANOS_PER_SECOND;
    }
}
