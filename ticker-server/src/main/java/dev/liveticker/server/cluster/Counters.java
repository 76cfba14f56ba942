package dev.liveticker.server.cluster;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What {@link Figures} are read from. Safe in any thread. */
final class Counters {

    final AtomicLong roundTripNanos = new AtomicLong();
    final LongAdder links = new LongAdder();
    final LongAdder healed = new LongAdder();
    final LongAdder refused = new LongAdder();
    final AtomicInteger unanswered = new AtomicInteger();
    final LongAdder restored = new LongAdder();
    final LongAdder checkpoints = new LongAdder();

    /** @param forgotten messages that did not fit in the inbox */
    Figures figures(long forgotten) {
        return new Figures(
                Duration.ofNanos(roundTripNanos.get()),
                links.sum(),
                healed.sum(),
                forgotten,
                refused.sum(),
                unanswered.get(),
                restored.sum(),
                checkpoints.sum());
    }
}
