package dev.liveticker.feed.machine;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt: exponential with full jitter, so that many clients of a server that came
 * back do not come back at the same moment.
 */
public final class Backoff {

    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofSeconds(30);
    /** Spreads those who may come back at once. */
    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private final DoubleSupplier random;
    private final Duration base;
    private final Duration cap;
    private int step;
    private boolean excused;

    /** @param random uniform in [0, 1) */
    public Backoff(DoubleSupplier random) {
        this(random, BASE, CAP);
    }

    /**
     * Of the same shape with other bounds, for those who are fewer.
     *
     * @param random uniform in [0, 1)
     * @param base the longest first wait; positive
     * @param cap the longest wait of all; not under {@code base}
     */
    public Backoff(DoubleSupplier random, Duration base, Duration cap) {
        this.random = random;
        this.base = base;
        this.cap = cap;
    }

    /** Above zero and never under what the server asked for. */
    public Duration next(Loss loss) {
        Duration wait;
        if (loss.kind() == Loss.Kind.GOOD_BYE && !excused) {
            // Once only: a server that says good-bye again and again is not to be hammered either.
            excused = true;
            wait = within(AT_ONCE);
        } else {
            Duration ceiling = base.multipliedBy(1L << step);
            if (ceiling.compareTo(cap) < 0) {
                step++;
            } else {
                ceiling = cap;
            }
            wait = within(ceiling);
        }
        return wait.compareTo(loss.retryAfter()) > 0 ? wait : loss.retryAfter();
    }

    /** To be called only when a connection has proved that it lasts. */
    public void reset() {
        step = 0;
        excused = false;
    }

    /** Uniform in (0, ceiling]. */
    private Duration within(Duration ceiling) {
        return Duration.ofNanos(Math.max(1, (long) ((1 - random.getAsDouble()) * ceiling.toNanos())));
    }
}
