package dev.liveticker.server.hub;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures in some of the rounds how long news took from their publication to their frames being given to transports:
 * in a round of its own about every millisecond, and in one of many besides, so that among thousands of views in one
 * pass not only the first is looked at. What a view kept back because its members asked for a lower rate is not
 * measured. For the hub's thread.
 */
final class LatencySample {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** A power of two. */
    private static final int ONE_OF = 64;

    private final Durations latency;
    private final LongSupplier nanos;
    private long publishing;
    private long rounds;
    private long lastAt = Long.MIN_VALUE / 2;
    private long now;
    private boolean sent;

    LatencySample(Durations latency, LongSupplier nanos) {
        this.latency = latency;
        this.nanos = nanos;
    }

    /**
     * What is told from now on was published at this time, in the core's nanoseconds; 0 if it was not published now.
     */
    void publishing(long at) {
        publishing = at;
    }

    /** A view has news. */
    void told(View view) {
        if (publishing != 0) {
            view.newsAt(publishing);
        }
    }

    /** A round begins. */
    void begin(long time) {
        now = time;
        sent = false;
    }

    /** A frame was sent in it. */
    void sent() {
        sent = true;
    }

    /** The round is over. */
    void end(View view) {
        long published = view.takeNewsAt();
        if (published == 0 || !sent) {
            return;
        }
        rounds++;
        if (now - lastAt >= EVERY_NANOS || (rounds & (ONE_OF - 1)) == 0) {
            lastAt = now;
            latency.record(nanos.getAsLong() - published);
        }
    }
}
