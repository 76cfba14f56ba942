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
        series.merge(Some.bars(Some.AAPL, 0, BarSeries.MOST_BARS + 10));

        assertThat(series.size()).isEqualTo(BarSeries.MOST_BARS);
        assertThat(series.get(0).start()).isEqualTo(10 * Some.MINUTE);
    }

    @Test
    void what_was_fetched_does_not_set_the_live_bar_back() {
        series.put(volume(Some.bar(Some.AAPL, 5, "1", "9"), "500"));

        series.merge(List.of(Some.bar(Some.AAPL, 4, "1", "2"), volume(Some.bar(Some.AAPL, 5, "1", "3"), "400")));

        assertThat(series.get(1).close()).isEqualTo(9);
    }

    private static Bar volume(Bar bar, String volume) {
        return new Bar(
                bar.symbol(),
                bar.seq(),
                bar.interval(),
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                new BigDecimal(volume),
                bar.trades(),
                false);
    }
}
