package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Interval;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimeTicksTest {

    private final TimeTicks times = of("Europe/Berlin", Interval.ONE_MINUTE);

    @Test
    void marks_stand_at_round_local_times() {
        BarSeries bars = minutesFrom("2026-03-02T08:57:00Z", 40);

        assertThat(times.ticks(bars, 0, 39, 12))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("10:00", "10:15", "10:30");
    }

    @Test
    void the_first_bar_of_a_day_says_which() {
        BarSeries bars = minutesFrom("2026-03-02T22:50:00Z", 30);

        List<TimeTicks.Tick> ticks = times.ticks(bars, 0, 29, 8);

        assertThat(ticks)
                .filteredOn(TimeTicks.Tick::strong)
                .singleElement()
                .satisfies(tick -> assertThat(tick.text()).isEqualTo("3 Mar"));
    }

    @Test
    void a_night_without_bars_takes_no_room_and_does_not_swallow_the_day() {
        BarSeries bars = minutesFrom("2026-03-02T15:00:00Z", 7);
        bars.merge(Some.bars(Some.AAPL, minute("2026-03-03T08:03:00Z"), 10), Long.MAX_VALUE);

        assertThat(times.ticks(bars, 0, 16, 5)).extracting(TimeTicks.Tick::text).containsExactly("3 Mar", "09:10");
    }

    @Property
    void marks_are_never_closer_than_they_may_be(@ForAll @DoubleRange(min = 1, max = 400) double least) {
        BarSeries bars = minutesFrom("2026-03-02T00:07:00Z", 3_000);

        List<TimeTicks.Tick> ticks = times.ticks(bars, 0, 2_999, least);

        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).index()).isGreaterThan(ticks.get(i - 1).index());
            if (!ticks.get(i).strong()) {
                assertThat((double) ticks.get(i).index() - ticks.get(i - 1).index())
                        .isGreaterThanOrEqualTo(least);
            }
        }
    }

    @Test
    void the_hour_that_summer_time_skips_is_no_trouble() {
        BarSeries bars = minutesFrom("2026-03-29T00:30:00Z", 60);

        assertThat(times.ticks(bars, 0, 59, 25))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("03:00");
    }

    @Test
    void a_moment_says_its_date_only_where_it_is_another() {
        long newest = minute("2026-03-03T10:00:00Z") * Some.MINUTE;

        assertThat(times.moment(minute("2026-03-03T09:05:00Z") * Some.MINUTE, newest))
                .isEqualTo("10:05");
        assertThat(times.moment(minute("2026-03-02T09:05:00Z") * Some.MINUTE, newest))
                .isEqualTo("2 Mar 10:05");
    }

    @Test
    void the_hour_that_comes_twice_in_autumn_is_marked_twice_and_told_apart() {
        BarSeries bars = minutesFrom("2026-10-24T23:50:00Z", 160);

        assertThat(times.ticks(bars, 0, 159, 25))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("02:00", "02:30", "02:00", "02:30", "03:00");
        long newest = bars.start(159);
        assertThat(times.moment(minute("2026-10-25T00:15:00Z") * Some.MINUTE, newest))
                .isEqualTo("02:15 CEST");
        assertThat(times.moment(minute("2026-10-25T01:15:00Z") * Some.MINUTE, newest))
                .isEqualTo("02:15 CET");
    }

    @Test
    void clocks_set_in_new_york_move_its_marks_and_nobody_elses() {
        BarSeries spring = hoursFrom("2026-03-08T04:00:00Z", 12);

        assertThat(of("America/New_York", Interval.ONE_HOUR).ticks(spring, 0, 11, 2))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("8 Mar", "03:00", "06:00", "08:00", "10:00");
        assertThat(of("Europe/London", Interval.ONE_HOUR).ticks(spring, 0, 11, 2))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("06:00", "08:00", "10:00", "12:00", "14:00");
    }

    @Test
    void where_midnight_is_skipped_the_day_begins_later() {
        BarSeries bars = hoursFrom("2026-09-06T02:00:00Z", 8);

        assertThat(of("America/Santiago", Interval.ONE_HOUR).ticks(bars, 0, 7, 3))
                .first()
                .isEqualTo(new TimeTicks.Tick(2, "6 Sept", true));
    }

    @Test
    void a_zone_of_half_hours_has_bars_of_an_hour_at_half_past() {
        BarSeries bars = hoursFrom("2026-03-02T03:00:00Z", 6);

        assertThat(of("Asia/Kolkata", Interval.ONE_HOUR).ticks(bars, 0, 5, 2))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("10:30", "12:30");
    }

    @Test
    void a_bar_of_a_day_bears_the_date_of_its_day_in_every_zone() {
        BarSeries bars = daysFrom("2026-03-02T00:00:00Z", 3);
        for (String zone : List.of("America/New_York", "Europe/Berlin", "Pacific/Auckland")) {
            TimeTicks days = of(zone, Interval.ONE_DAY);

            assertThat(days.moment(bars.start(0), bars.start(2))).isEqualTo("2 Mar 2026");
            assertThat(days.ticks(bars, 0, 2, 1))
                    .extracting(TimeTicks.Tick::text)
                    .containsExactly("3 Mar", "4 Mar");
        }
    }

    @Test
    void over_months_and_years_marks_say_which() {
        BarSeries bars = daysFrom("2024-11-20T00:00:00Z", 800);
        TimeTicks days = of("Europe/Berlin", Interval.ONE_DAY);

        assertThat(days.ticks(bars, 0, 799, 80))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("2025", "Apr", "Jul", "Oct", "2026", "Apr", "Jul", "Oct", "2027");
        assertThat(days.ticks(bars, 30, 90, 6))
                .extracting(TimeTicks.Tick::text)
                .containsExactly("23 Dec", "2025", "13 Jan", "20 Jan", "Feb", "10 Feb", "17 Feb");
        assertThat(days.ticks(bars, 0, 799, 1_000)).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void an_axis_is_never_without_a_mark() {
        assertThat(times.ticks(minutesFrom("2026-03-02T09:01:00Z", 1), 0, 0, 12))
                .containsExactly(new TimeTicks.Tick(0, "10:01", false));
        assertThat(times.ticks(new BarSeries(), 0, -1, 12)).isEmpty();
    }

    @Test
    void another_year_is_said_in_a_moment() {
        long newest = minute("2026-03-03T10:00:00Z") * Some.MINUTE;

        assertThat(times.moment(minute("2025-03-02T09:05:00Z") * Some.MINUTE, newest))
                .isEqualTo("2 Mar 2025 10:05");
    }

    @Property(tries = 40)
    void marks_are_those_one_finds_by_looking_at_every_bar(
            @ForAll @IntRange(min = 0, max = 600_000) int start,
            @ForAll @IntRange(min = 1, max = 6) int missing,
            @ForAll("zones") String zone) {
        BarSeries bars = new BarSeries();
        long first = minute("2026-01-01T00:00:00Z") + start;
        for (int i = 0; i < 4_000; i++) {
            if (i % 7 >= missing - 1) {
                bars.put(Some.bar(Some.AAPL, first + i, "1", "2"));
            }
        }
        TimeStep step = TimeStep.atLeast(30.0 * Some.MINUTE);
        ZoneId id = ZoneId.of(zone);
        List<Integer> expected = IntStream.range(1, bars.size())
                .filter(i -> step.slot(local(bars.start(i), id)) != step.slot(local(bars.start(i - 1), id)))
                .boxed()
                .toList();

        // So few bars apart that none is too close, and 30 so that the step is the same.
        List<TimeTicks.Tick> ticks = of(zone, Interval.ONE_MINUTE).ticks(bars, 0, bars.size() - 1, 30);

        assertThat(expected)
                .containsAll(ticks.stream().map(TimeTicks.Tick::index).toList());
        assertThat(ticks).hasSizeGreaterThan(expected.size() / 6);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(
                "Europe/Berlin", "America/New_York", "America/Santiago", "Asia/Kolkata", "Australia/Lord_Howe", "UTC");
    }

    private static LocalDateTime local(long micros, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(micros / 1_000_000), zone);
    }

    private static TimeTicks of(String zone, Interval interval) {
        return new TimeTicks(ZoneId.of(zone), Locale.UK, interval);
    }

    private static BarSeries hoursFrom(String instant, int count) {
        BarSeries bars = new BarSeries();
        for (int i = 0; i < count; i++) {
            bars.put(Some.bar(Some.AAPL, minute(instant) + i * 60L, "1", "2"));
        }
        return bars;
    }

    private static BarSeries daysFrom(String instant, int count) {
        BarSeries bars = new BarSeries();
        for (int i = 0; i < count; i++) {
            bars.put(Some.bar(Some.AAPL, minute(instant) + i * 1_440L, "1", "2"));
        }
        return bars;
    }

    private static long minute(String instant) {
        return Instant.parse(instant).getEpochSecond() / 60;
    }

    private static BarSeries minutesFrom(String instant, int count) {
        BarSeries bars = new BarSeries();
        bars.merge(Some.bars(Some.AAPL, minute(instant), count), Long.MAX_VALUE);
        return bars;
    }
}
