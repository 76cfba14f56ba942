package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Bar;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BarSeriesTest {

    private final BarSeries series = new BarSeries();

    @Property
    void in_whatever_order_bars_come_they_stand_in_the_order_of_time_once_each(
            @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 60) Integer> minutes) {
        BarSeries bars = new BarSeries();
        minutes.forEach(minute -> bars.put(Some.bar(Some.AAPL, minute, "1", "2")));

        List<Long> expected = minutes.stream()
                .distinct()
                .sorted()
                .map(minute -> minute * Some.MINUTE)
                .toList();
        assertThat(bars.size()).isEqualTo(expected.size());
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.get(i).start()).isEqualTo(expected.get(i));
        }
    }

    @Test
    void a_newer_state_of_a_bar_replaces_the_older() {
        series.put(Some.bar(Some.AAPL, 5, "1", "2"));
        series.put(Some.bar(Some.AAPL, 5, "1", "3"));

        assertThat(series.size()).isEqualTo(1);
        assertThat(series.get(0).close()).isEqualTo(3);
    }

    @Test
    void old_bars_go_when_there_are_too_many() {
        series.merge(Some.bars(Some.AAPL, 0, BarSeries.MOST_BARS + 10), Long.MAX_VALUE);

        assertThat(series.size()).isEqualTo(BarSeries.MOST_BARS);
        assertThat(series.get(0).start()).isEqualTo(10 * Some.MINUTE);
        assertThat(series.isFull()).isTrue();
        assertThat(series.prepend(Some.bars(Some.AAPL, 0, 10)))
                .as("no room for older ones")
                .isZero();
    }

    @Property
    void pages_fetched_further_and_further_back_stand_before_what_is_there(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 300) Integer> pages,
            @ForAll @IntRange(min = 1, max = 50) int live) {
        BarSeries bars = new BarSeries();
        bars.merge(Some.bars(Some.AAPL, 100_000, live), Long.MAX_VALUE);
        long first = 100_000;
        for (int page : pages) {
            first -= page;
            assertThat(bars.prepend(Some.bars(Some.AAPL, first, page))).isEqualTo(page);
        }

        assertThat(bars.size()).isEqualTo((int) (100_000 - first) + live);
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.start(i)).isEqualTo((first + i) * Some.MINUTE);
        }
    }

    @Test
    void of_an_older_page_what_is_there_already_is_left_out_and_the_newest_stay_if_not_all_have_room() {
        series.merge(Some.bars(Some.AAPL, 100, BarSeries.MOST_BARS - 5), Long.MAX_VALUE);

        assertThat(series.prepend(Some.bars(Some.AAPL, 80, 30))).isEqualTo(5);
        assertThat(series.start(0)).isEqualTo(95 * Some.MINUTE);
    }

    @Test
    void it_says_how_many_bars_are_newer_than_those_that_were_there() {
        assertThat(series.put(Some.bar(Some.AAPL, 5, "1", "2"))).isTrue();
        assertThat(series.put(Some.bar(Some.AAPL, 5, "1", "3"))).isFalse();
        assertThat(series.put(Some.bar(Some.AAPL, 3, "1", "3"))).isFalse();
        assertThat(series.merge(Some.bars(Some.AAPL, 2, 6), Long.MAX_VALUE)).isEqualTo(2);
    }

    @Test
    void what_its_text_is_measured_by_is_known_without_looking_through_it() {
        series.put(Some.bar(Some.AAPL, 1, "100.5", "0.00001234"));
        series.put(Some.bar(Some.AAPL, 2, "-3", "7"));

        assertThat(series.highest()).isEqualTo(100.5);
        assertThat(series.lowest()).isEqualTo(-3);
        assertThat(series.decimals()).isEqualTo(8);
        series.clear();
        assertThat(series.highest()).isZero();
        assertThat(series.decimals()).isZero();
    }

    @Test
    void bars_before_and_after_a_moment_are_forgotten() {
        series.merge(Some.bars(Some.AAPL, 0, 100), Long.MAX_VALUE);

        assertThat(series.dropAfter(89 * Some.MINUTE)).isTrue();
        assertThat(series.dropAfter(89 * Some.MINUTE)).isFalse();
        series.dropBefore(40 * Some.MINUTE);

        assertThat(series.size()).isEqualTo(50);
        assertThat(series.start(0)).isEqualTo(40 * Some.MINUTE);
        assertThat(series.indexFrom(60 * Some.MINUTE)).isEqualTo(20);
        assertThat(series.indexFrom(1_000 * Some.MINUTE)).isEqualTo(50);
    }

    @Test
    void what_was_fetched_does_not_set_the_live_bar_back() {
        series.put(volume(Some.bar(Some.AAPL, 5, "1", "9"), "500"));

        series.merge(
                List.of(Some.bar(Some.AAPL, 4, "1", "2"), volume(Some.bar(Some.AAPL, 5, "1", "3"), "400")),
                Long.MAX_VALUE);

        assertThat(series.get(1).close()).isEqualTo(9);
    }

    @Test
    void what_was_fetched_sets_no_bar_back_that_came_live_meanwhile() {
        series.merge(List.of(volume(Some.bar(Some.AAPL, 3, "1", "8"), "900")), Long.MAX_VALUE);
        series.put(volume(Some.bar(Some.AAPL, 4, "1", "9"), "500"));
        series.put(volume(Some.bar(Some.AAPL, 5, "9", "9"), "10"));

        series.merge(
                List.of(
                        volume(Some.bar(Some.AAPL, 3, "1", "2"), "400"),
                        volume(Some.bar(Some.AAPL, 4, "1", "3"), "400")),
                4 * Some.MINUTE);

        assertThat(series.get(0).close()).as("it may be of a market before").isEqualTo(2);
        assertThat(series.get(1).close()).isEqualTo(9);
    }

    private static Bar volume(Bar bar, String volume) {
        return Some.like(bar, new BigDecimal(volume), false);
    }
}
