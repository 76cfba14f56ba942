package dev.liveticker.desktop.text;

import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.DecimalStyle;
import java.time.format.FormatStyle;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes dates as the locale does, with the year in full, and reads them again; the form of ISO 8601 is read
 * everywhere.
 */
public final class Dates {

    private static final int LONGEST = 40;

    private Dates() {}

    /** Such as {@code 11/25/2026} or {@code 25.11.2026}. */
    public static String write(LocalDate date) {
        return write(date, NumberStyle.inUse());
    }

    static String write(LocalDate date, Locale locale) {
        return formatter(pattern(locale), locale).format(date);
    }

    /** What {@link #write} shows, or {@code 2026-11-25}; nothing if it is neither, or no day. */
    public static Optional<LocalDate> parse(String text) {
        return parse(text, NumberStyle.inUse());
    }

    static Optional<LocalDate> parse(String text, Locale locale) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST) {
            return Optional.empty();
        }
        // One digit of a day or month is enough, and two are as good.
        String relaxed = pattern(locale).replaceAll("d+", "d").replaceAll("M{1,2}", "M");
        Optional<LocalDate> local = read(stripped, formatter(relaxed, locale));
        return local.isPresent() ? local : read(stripped, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private static Optional<LocalDate> read(String text, DateTimeFormatter formatter) {
        try {
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The locale's own order and separators, with the year in full. An era would say nothing today. */
    private static String pattern(Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
                .replaceAll("[yu]+", "uuuu")
                .replaceAll("G+", "")
                .strip();
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale)
                .withDecimalStyle(DecimalStyle.of(locale))
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
