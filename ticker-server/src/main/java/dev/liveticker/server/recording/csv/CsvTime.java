package dev.liveticker.server.recording.csv;

import dev.liveticker.model.MicroTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Reads the time of a row. */
final class CsvTime {

    private static final Pattern EPOCH = Pattern.compile("[0-9]{1,16}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}\\.[0-9]{1,9}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern LOCAL = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+");

    /** Below it a whole number is of seconds (until the year 5138), below a thousand times it of milliseconds. */
    private static final long SECONDS_BELOW = 100_000_000_000L;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private CsvTime() {}

    /**
     * Microseconds since the Unix epoch; what is finer is cut off.
     *
     * @param text ISO 8601 with an offset, such as {@code 2026-03-06T09:30:00-05:00}; a date alone for its midnight in
     *     UTC; or a number of seconds (with or without a fraction), milliseconds or microseconds since the Unix epoch,
     *     told apart by their size
     * @throws IllegalArgumentException if it is no such time; the message says what is expected
     */
    static long parse(String text) {
        if (EPOCH.matcher(text).matches()) {
            return epoch(Long.parseLong(text));
        }
        if (SECONDS.matcher(text).matches()) {
            return within(new BigDecimal(text)
                    .movePointRight(6)
                    .setScale(0, RoundingMode.DOWN)
                    .longValueExact());
        }
        try {
            if (DATE.matcher(text).matches()) {
                return within(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            return within(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            if (LOCAL.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "a T between date and time, and an offset from UTC such as Z or -05:00 after it, expected", e);
            }
            throw new IllegalArgumentException(
                    "a time expected, as 2026-03-06T09:30:00-05:00 or in seconds, milliseconds or microseconds since"
                            + " 1970",
                    e);
        }
    }

    private static long epoch(long number) {
        if (number < SECONDS_BELOW) {
            return within(number * 1_000_000);
        }
        return within(number < SECONDS_BELOW * 1_000 ? number * 1_000 : number);
    }

    private static long within(long micros) {
        return within(MicroTime.instant(micros));
    }

    private static long within(Instant time) {
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "a time in the years " + FIRST_YEAR + " to " + LAST_YEAR + " expected; this is in " + year);
        }
        return MicroTime.of(time);
    }
}
