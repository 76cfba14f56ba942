package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TimeTicksTest {

    private final TimeTicks times = new TimeTicks(ZoneId.of("Europe/Berlin"), Locale.ENGLISH);

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
                .filteredOn(TimeTicks.Tick::newDay)
                .singleElement()
                .satisfies(tick -> assertThat(tick.text()).isEqualTo("3 Mar"));
    }

    @Test
    void a_night_without_bars_takes_no_room_and_does_not_swallow_the_day() {
        BarSeries bars = minutesFrom("2026-03-02T15:00:00Z", 7);
        bars.merge(Some.bars(Some.AAPL, minute("2026-03-03T08:03:00Z"), 10));

        assertThat(times.ticks(bars, 0, 16, 5)).extracting(TimeTicks.Tick::text).containsExactly("3 Mar", "09:10");
    }

    @Property
    void marks_are_never_closer_than_they_may_be(@ForAll @DoubleRange(min = 1, max = 400) double least) {
        BarSeries bars = minutesFrom("2026-03-02T00:07:00Z", 3_000);

        List<TimeTicks.Tick> ticks = times.ticks(bars, 0, 2_999, least);

        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).index()).isGreaterThan(ticks.get(i - 1).index());
            if (!ticks.get(i).newDay()) {
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

    private static long minute(String instant) {
        return Instant.parse(instant).getEpochSecond() / 60;
    }

    private static BarSeries minutesFrom(String instant, int count) {
        BarSeries bars = new BarSeries();
        bars.merge(Some.bars(Some.AAPL, minute(instant), count));
        return bars;
    }
}
