package dev.liveticker.server.cli;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a moment: a date and time of ISO 8601 with its offset, its zone or both, such as {@code 2026-03-06T09:30-05:00}
 * or {@code 2026-03-06T09:30[America/New_York]}.
 */
final class StartTime implements ITypeConverter<Instant> {

    private static final int FIRST_YEAR = 1971;
    private static final int LAST_YEAR = 2199;

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendLiteral('[')
            .appendZoneRegionId()
            .appendLiteral(']')
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    @Override
    public Instant convert(String text) {
        ZonedDateTime time;
        try {
            time = ZonedDateTime.parse(text, TEXT);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no moment: a date and time with its offset or zone expected, such as"
                            + " 2026-03-06T09:30-05:00 or 2026-03-06T09:30[America/New_York]");
        }
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new TypeConversionException(
                    "a year from " + FIRST_YEAR + " to " + LAST_YEAR + " expected, not '" + text + "'");
        }
        return time.toInstant();
    }
}
