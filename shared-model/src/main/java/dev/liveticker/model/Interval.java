package dev.liveticker.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The length of a bar. Bars start at whole multiples of it since the Unix epoch, UTC. */
public enum Interval {
    ONE_MINUTE("1m", Duration.ofMinutes(1)),
    FIVE_MINUTES("5m", Duration.ofMinutes(5)),
    FIFTEEN_MINUTES("15m", Duration.ofMinutes(15)),
    ONE_HOUR("1h", Duration.ofHours(1)),
    ONE_DAY("1d", Duration.ofDays(1));

    private final String code;
    private final long micros;

    Interval(String code, Duration length) {
        this.code = code;
        this.micros = length.toNanos() / 1_000;
    }

    /** The spelling on the wire and in a query, such as {@code 5m}. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Its length in microseconds. */
    public long micros() {
        return micros;
    }

    /** The start of the bar that holds this time; both in microseconds since the Unix epoch. */
    public long startOf(long time) {
        return Math.floorDiv(time, micros) * micros;
    }

    /** The interval with this {@link #code}, if there is one. */
    public static Optional<Interval> parse(String code) {
        return Arrays.stream(values())
                .filter(interval -> interval.code.equals(code))
                .findFirst();
    }
}
