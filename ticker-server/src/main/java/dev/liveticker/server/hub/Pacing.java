package dev.liveticker.server.hub;

import java.time.Duration;

/**
 * How often subscribers are served. When little is to do they are at once; when one pass over them takes long, a pause
 * several times as long follows, in which more comes together: a frame costs the hub and the network threads much the
 * same whatever it holds, so larger ones carry more. No pause is longer than {@link #LONGEST}.
 */
final class Pacing {

    static final Duration LONGEST = Duration.ofMillis(50);
    private static final Duration UNNOTICED = Duration.ofMillis(1);

    /** Measured with a thousand subscribers of different things: more gains little, less costs a third. */
    private static final int PAUSE = 3;

    private long pauseEnd = Long.MIN_VALUE;

    /** When the next pass may begin, in the core's nanoseconds. */
    long next() {
        return pauseEnd;
    }

    void passed(long begun, long ended) {
        long taken = ended - begun;
        pauseEnd = taken < UNNOTICED.toNanos() ? ended : ended + Math.min(PAUSE * taken, LONGEST.toNanos());
    }
}
