package dev.liveticker.desktop.app;

import java.time.Duration;

/**
 * When prices are taken in: fifteen times a second, which is fast enough for the eye and slow enough to leave time for
 * painting. Somebody who has just opened the desktop waits for the first ones, and those are looked for in every pulse.
 * Belongs to the FX thread.
 */
final class Pace {

    private static final long BETWEEN = Duration.ofMillis(66).toNanos();

    /** So long after it was opened; a server that is not there then is not expected with the next frame. */
    private static final long EAGER = Duration.ofSeconds(10).toNanos();

    private boolean begun;
    private long begunAt;
    private long takenAt;
    private boolean priced;

    /** Whether it is time; if so, the next time is reckoned from now. */
    boolean isDue(long nowNanos) {
        if (!begun) {
            begun = true;
            begunAt = nowNanos;
        } else if (nowNanos - takenAt < BETWEEN && (priced || nowNanos - begunAt >= EAGER)) {
            return false;
        }
        takenAt = nowNanos;
        return true;
    }

    /** There are prices now. */
    void priced() {
        priced = true;
    }
}
