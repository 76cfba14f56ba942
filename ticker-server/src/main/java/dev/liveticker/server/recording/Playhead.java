package dev.liveticker.server.recording;

import dev.liveticker.server.market.Speed;
import java.time.Duration;

/**
 * Where a replay stands, and when its next batch is due. Time goes by at the speed asked for, but never past the next
 * batch: a replay leaves nothing out, so one whose machine slept or is too slow goes on from where it was, without a
 * flood, and its clock with it. At unlimited speed every batch is due at once, and the clock stands where the batches
 * do; after the last it goes on as the one on the wall.
 *
 * <p>Positions are microseconds since the recording's start; the wall's time is any monotonic nanoseconds. Safe in any
 * thread.
 */
final class Playhead {

    /** How late a batch may be and still be caught up with, nanoseconds on the wall. */
    static final long MOST_BEHIND = Duration.ofSeconds(2).toNanos();

    private static final long NANOS_A_MICRO = 1_000;

    private Speed speed;
    private long base;
    private long baseNanos;
    private long next;

    Playhead(Speed speed) {
        this.speed = speed;
    }

    /** Time begins to go by. */
    synchronized void begin(long nanos) {
        baseNanos = nanos;
    }

    /**
     * How long to wait for the next batch, in nanoseconds on the wall; 0 if it is due.
     *
     * @param arrival where it is; not before the last
     */
    synchronized long untilDue(long arrival, long nanos) {
        next = arrival;
        if (speed.isMax()) {
            base = arrival;
            baseNanos = nanos;
            return 0;
        }
        long wait = speed.realNanos((arrival - base) * NANOS_A_MICRO) - (nanos - baseNanos);
        if (wait < -MOST_BEHIND) {
            base = arrival;
            baseNanos = nanos;
        }
        return Math.max(0, wait);
    }

    /** The last batch was played, and nothing more will come; time goes on. */
    synchronized void ended() {
        next = Long.MAX_VALUE;
        if (speed.isMax()) {
            speed = Speed.REAL_TIME;
        }
    }

    /** Where it stands. Never goes back. */
    synchronized long position(long nanos) {
        if (speed.isMax()) {
            return next;
        }
        return Math.min(next, base + speed.marketNanos(Math.max(0, nanos - baseNanos)) / NANOS_A_MICRO);
    }
}
