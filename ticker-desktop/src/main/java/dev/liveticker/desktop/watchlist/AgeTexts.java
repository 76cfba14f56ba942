package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Ages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Ages in words, each written once: 5,000 rows have few different ages, and a new one every second. */
final class AgeTexts {

    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private final Map<Long, String> brief = new HashMap<>();
    private final Map<Long, String> ago = new HashMap<>();

    /** @param isAgo whether it is the age of what is of the past, such as {@code 12 s ago} */
    String of(long nanos, boolean isAgo) {
        long seconds = Math.max(0, Duration.ofNanos(nanos).toSeconds());
        long unit = seconds < MINUTE ? 1 : seconds < HOUR ? MINUTE : seconds < DAY ? HOUR : DAY;
        Long whole = seconds / unit * unit;
        return isAgo
                ? ago.computeIfAbsent(whole, age -> Ages.ago(Duration.ofSeconds(age)))
                : brief.computeIfAbsent(whole, age -> Ages.brief(Duration.ofSeconds(age)));
    }
}
