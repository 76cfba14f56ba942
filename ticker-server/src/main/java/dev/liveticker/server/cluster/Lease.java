package dev.liveticker.server.cluster;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A node's right to run the market, by its own clock: it ends a little before Redis would give it to another, since
 * that counts from when the wish arrived there, and this from when it was sent. For one thread.
 */
final class Lease {

    /** What two clocks may differ by in the time of a lease, and what a thread may be late by: a tenth of it. */
    private static final int MARGIN = 10;

    private final long nanos;
    private @Nullable String holder;
    private long since;

    Lease(Duration length) {
        this.nanos = length.toNanos() - length.toNanos() / MARGIN;
    }

    /**
     * Redis says that it is this node's.
     *
     * @param what {@code node:token}
     * @param sent when the wish for it was sent, in nanoseconds of a clock that only goes on
     */
    void granted(String what, long sent) {
        if (!what.equals(holder)) {
            holder = what;
            since = sent;
        } else if (sent - since > 0) {
            since = sent;
        }
    }

    /** It is another's, or was given back. */
    void ended() {
        holder = null;
    }

    /** Whether the node may act on it. */
    boolean holds(long now) {
        return holder != null && now - since < nanos;
    }

    /** Whether the node had it and has not been able to renew it in time. */
    boolean ranOut(long now) {
        return holder != null && now - since >= nanos;
    }

    /** {@code node:token}; absent where it has none, or has lost it. */
    @Nullable
    String holder() {
        return holder;
    }
}
