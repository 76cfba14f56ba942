package dev.liveticker.server.hub;

import java.time.Duration;

/**
 * How often subscribers are served. When little is to do they are at once; when one pass over them takes long, a pause
 * a quarter as long follows, in which more comes together and larger frames carry it, and which leaves time for what
 * else the hub has to do. A pause as long as the pass left a third of the only core idle with a thousand different
 * views, and delivered a quarter less. No pause is longer than {@link #LONGEST}.
 */
final class Pacing {

    static final Duration LONGEST = Duration.ofMillis(25);
    private static final Duration UNNOTICED = Duration.ofMillis(1);

    /** Of a pass, that the pause after it is as long as. */
    private static final int PART = 4;

    private long pauseEnd = Long.MIN_VALUE;

    /** When the next pass may begin, in the core's nanoseconds. */
    long next() {
        return pauseEnd;
    }

    void passed(long begun, long ended) {
        long taken = ended - begun;
        pauseEnd = taken < UNNOTICED.toNanos() ? ended : ended + Math.min(taken / PART, LONGEST.toNanos());
    }
}
