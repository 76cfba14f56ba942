package dev.liveticker.feed;

import java.time.Duration;
import java.time.Instant;

/** One thread and the clocks that what runs on it goes by; in tests, neither is real. */
public interface FeedLoop {

    /** Runs it on the loop, after what was given before. Dropped once the loop is closed. */
    void execute(Runnable task);

    /**
     * Runs it on the loop, later.
     *
     * @return to be run to take it back
     */
    Runnable schedule(Duration delay, Runnable task);

    /** Monotonic nanoseconds. */
    long nanos();

    /** The time of day, which people and networks set. */
    Instant wallClock();

    /** Ends after what was given before; nothing scheduled runs any more. */
    void close();
}
