package dev.liveticker.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that the machine slept: then the time of day went on without the monotonic clock, or a timer came far too
 * late. For one thread.
 */
final class ClockWatch {

    /** How often to look. */
    static final Duration EVERY = Duration.ofSeconds(2);

    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private long nanos;
    private Instant wallClock;

    ClockWatch(long nanos, Instant wallClock) {
        this.nanos = nanos;
        this.wallClock = wallClock;
    }

    /** To be called every {@link #EVERY}. True if the clocks jumped since the last call. */
    boolean jumped(long nowNanos, Instant nowWallClock) {
        Duration elapsed = Duration.ofNanos(nowNanos - nanos);
        Duration drift =
                Duration.between(wallClock, nowWallClock).minus(elapsed).abs();
        nanos = nowNanos;
        wallClock = nowWallClock;
        return drift.compareTo(TOLERANCE) > 0 || elapsed.minus(EVERY).compareTo(TOLERANCE) > 0;
    }
}
