package dev.liveticker.server.cluster;

import java.time.Duration;

/**
 * When the node that runs the market stores the state: every 30 seconds, and sooner if so much has happened that the
 * log, which keeps only so many entries, would soon not reach back to the one before. For one thread.
 */
final class CheckpointPlan {

    static final Duration EVERY = Duration.ofSeconds(30);

    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** What part of the entries that are kept may be added before the next. */
    private static final int SHARE = 4;

    private final int entries;
    private long at;
    private long index;
    private boolean failing;
    private long failedAt;

    /** @param retained how many entries of the log are kept */
    CheckpointPlan(int retained) {
        this.entries = Math.max(1, retained / SHARE);
    }

    /**
     * One was stored, or there is none yet to be stored.
     *
     * @param now in nanoseconds of a clock that only goes on
     * @param upTo the last entry in it
     */
    void stored(long now, long upTo) {
        at = now;
        index = upTo;
        failing = false;
    }

    /** One could not be stored; the next is not tried at once. */
    void failed(long now) {
        failing = true;
        failedAt = now;
    }

    /** Whether it is time for the next; never without anything new. */
    boolean due(long now, long applied) {
        if (failing && now - failedAt < AGAIN.toNanos()) {
            return false;
        }
        return applied - index >= entries || (applied > index && now - at >= EVERY.toNanos());
    }
}
