package dev.liveticker.server.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how long something lasts: {@code 90s}, {@code 30m}, {@code 6h30m}, {@code 7d}. */
final class Lifetime implements ITypeConverter<Duration> {

    private static final Pattern TEXT =
            Pattern.compile("(?=.)([0-9]{1,6}d)?([0-9]{1,6}h)?([0-9]{1,6}m)?([0-9]{1,6}s)?");

    @Override
    public Duration convert(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is no time: numbers with d, h, m or s expected, as 12h or 6h30m");
        }
        return Duration.ofDays(count(matcher.group(1)))
                .plusHours(count(matcher.group(2)))
                .plusMinutes(count(matcher.group(3)))
                .plusSeconds(count(matcher.group(4)));
    }

    /** The number before a unit; 0 if there is none. */
    private static long count(@Nullable String part) {
        return part == null ? 0 : Long.parseLong(part, 0, part.length() - 1, 10);
    }
}
