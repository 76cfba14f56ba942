package dev.liveticker.server.archive;

import dev.liveticker.model.Interval;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * For how long closed bars are kept on the disk.
 *
 * @param kept since the end of a bar, for every interval; at least {@link #SHORTEST}
 */
public record Retention(Map<Interval, Duration> kept) {

    /** What it takes to go on with the open bar of a day after a restart, and to be sure of it. */
    public static final Duration SHORTEST = Duration.ofDays(2);

    private static final Map<Interval, Duration> USUAL = Map.of(
            Interval.ONE_MINUTE, Duration.ofDays(30),
            Interval.FIVE_MINUTES, Duration.ofDays(90),
            Interval.FIFTEEN_MINUTES, Duration.ofDays(365),
            Interval.ONE_HOUR, Duration.ofDays(365),
            Interval.ONE_DAY, Duration.ofDays(3_650));

    /** @throws IllegalArgumentException if a time is missing or too short; the message says which */
    public Retention {
        kept = Map.copyOf(kept);
        for (Interval interval : Interval.values()) {
            Duration time = kept.get(interval);
            if (time == null || time.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "bars of " + interval.code() + " must be kept for " + SHORTEST.toDays() + " days at least");
            }
        }
    }

    /** 30 days of minutes, 90 of five, a year of fifteen and of hours, ten of days. */
    public static Retention usual() {
        return new Retention(USUAL);
    }

    /**
     * The same with other times for some.
     *
     * @throws IllegalArgumentException if one is too short
     */
    public Retention with(Map<Interval, Duration> others) {
        Map<Interval, Duration> changed = new EnumMap<>(kept);
        changed.putAll(others);
        return new Retention(changed);
    }

    /** Where the oldest bar that is kept begins at the earliest; both in microseconds since the epoch. */
    long oldest(Interval interval, long now) {
        long micros =
                TimeUnit.SECONDS.toMicros(kept.getOrDefault(interval, SHORTEST).toSeconds());
        // Who keeps them for longer than there is time keeps them for good.
        return now - Math.min(micros, Long.MAX_VALUE / 2) - interval.micros();
    }
}
