package dev.liveticker.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the protocol, the market and everything that is kept count them: microseconds since the Unix epoch, UTC. */
public final class MicroTime {

    private MicroTime() {}

    /**
     * The microsecond that a moment is in; below zero before 1970.
     *
     * @throws ArithmeticException if it is more than 292,000 years from the epoch
     */
    public static long of(Instant instant) {
        // Rounds down on either side of the epoch, as counting the units between two instants does not.
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    /** The moment at which a microsecond begins. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
