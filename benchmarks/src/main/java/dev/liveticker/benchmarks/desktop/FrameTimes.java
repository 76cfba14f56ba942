package dev.liveticker.benchmarks.desktop;

import org.HdrHistogram.Histogram;

/** How regularly frames come. For one thread. */
public final class FrameTimes {

    private static final long LONGEST_MICROS = 60_000_000;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private long firstAt;
    private long lastAt;
    private boolean begun;

    /** A frame begins. */
    public void frame(long nowNanos) {
        if (begun) {
            micros.recordValue(Math.clamp((nowNanos - lastAt) / 1_000, 0, LONGEST_MICROS));
        } else {
            firstAt = nowNanos;
            begun = true;
        }
        lastAt = nowNanos;
    }

    /** Frames a second from the first to the last; 0 before the second frame. */
    public double perSecond() {
        long frames = micros.getTotalCount();
        return frames == 0 ? 0 : frames * 1e9 / (lastAt - firstAt);
    }

    /** The longest wait for the next frame but for the worst hundredth, milliseconds; 0 before the second frame. */
    public double p99Millis() {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(99) / 1e3;
    }
}
