package dev.liveticker.server.hub;

import java.time.Duration;

/**
 * How often subscribers are served. When little is to do they are at once; when one pass over them takes long, a pause
 * as long as it follows, in which more comes together, so that serving takes at most half of the hub's time and larger
 * frames carry the rest. No pause is longer than {@link #LONGEST}.
 */
final class Pacing {

    static final Duration LONGEST = Duration.ofMillis(50);
    private static final Duration UNNOTICED = Duration.ofMillis(1);

    private long pauseEnd = Long.MIN_VALUE;

    /** When the next pass may begin, in the core's nanoseconds. */
    long next() {
        return pauseEnd;
    }

    void passed(long begun, long ended) {
        long taken = ended - begun;
        pauseEnd = taken < UNNOTICED.toNanos() ? ended : ended + Math.min(taken, LONGEST.toNanos());
    }
}
