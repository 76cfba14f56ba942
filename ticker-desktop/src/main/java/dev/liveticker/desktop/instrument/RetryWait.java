package dev.liveticker.desktop.instrument;

import java.time.Duration;

/** How long to wait before something is asked of the server again: longer each time, up to five minutes. */
public final class RetryWait {

    public static final Duration FIRST = Duration.ofSeconds(5);

    public static final Duration LONGEST = Duration.ofMinutes(5);

    /** By then the wait is the longest. */
    private static final int MOST_DOUBLINGS = 6;

    private RetryWait() {}

    /**
     * The next wait, in nanoseconds.
     *
     * @param failures how many attempts failed before the one that failed now; 0 or more
     */
    public static long nanos(int failures) {
        return Math.min(LONGEST.toNanos(), FIRST.toNanos() << Math.min(failures, MOST_DOUBLINGS));
    }
}
