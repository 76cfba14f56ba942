package dev.liveticker.server.venue;

import dev.liveticker.model.MicroTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads times as venues write them. */
public final class VenueTime {

    /** In place of a time that made no sense. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    private static final int LONGEST = 40;

    private VenueTime() {}

    /**
     * Reads RFC 3339, such as {@code 2026-03-06T14:30:00.123456789Z}; what is finer than a microsecond is cut off.
     *
     * @return microseconds since the Unix epoch, or {@link #UNKNOWN}
     */
    public static long micros(JsonNode text) {
        if (!text.isString() || text.stringValue().length() > LONGEST) {
            return UNKNOWN;
        }
        try {
            return micros(Instant.parse(text.stringValue()));
        } catch (DateTimeException | ArithmeticException e) {
            return UNKNOWN;
        }
    }

    /** Reads milliseconds since the Unix epoch. */
    public static long ofMillis(JsonNode number) {
        return scaled(number, 1_000);
    }

    /** Reads seconds since the Unix epoch. */
    public static long ofSeconds(JsonNode number) {
        return scaled(number, 1_000_000);
    }

    private static long scaled(JsonNode number, long micros) {
        OptionalLong whole = VenueJson.whole(number);
        return whole.isEmpty() || whole.getAsLong() > Long.MAX_VALUE / micros || whole.getAsLong() < 0
                ? UNKNOWN
                : whole.getAsLong() * micros;
    }

    static long micros(Instant instant) {
        return MicroTime.of(instant);
    }
}
