package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final long STEP = Interval.FIVE_MINUTES.micros();

    private final Trend trend = new Trend();

    @Test
    void each_five_minutes_have_their_last_price() {
        assertThat(trend.add(10, 0)).isTrue();
        assertThat(trend.add(11, STEP - 1)).isTrue();
        assertThat(trend.add(11, STEP - 1)).as("nothing new").isFalse();
        trend.add(12, STEP);

        assertThat(closes()).containsExactly(11.0, 12.0);
        assertThat(trend.add(1, 0)).as("late").isFalse();
        assertThat(closes()).containsExactly(11.0, 12.0);
    }

    @Test
    void bars_come_before_what_was_received_and_never_instead_of_it() {
        trend.add(20, 3 * STEP);
        trend.add(21, 4 * STEP);

        trend.fill(List.of(bar(1, 5), bar(2, 6), bar(3, 7), bar(4, 8)));

        assertThat(closes()).containsExactly(5.0, 6.0, 20.0, 21.0);
    }

    @Test
    void what_was_missed_in_between_is_filled_with_bars() {
        trend.add(10, STEP);
        trend.add(20, 5 * STEP);
        assertThat(trend.hasHole()).isTrue();

        trend.fill(List.of(bar(1, 1), bar(2, 2), bar(3, 3), bar(4, 4), bar(5, 5)));

        assertThat(closes()).containsExactly(10.0, 2.0, 3.0, 4.0, 20.0);
        assertThat(trend.hasHole()).isFalse();
    }

    @Test
    void bars_of_another_length_than_was_asked_for_come_to_one_price_a_step() {
        trend.fill(Some.bars(Some.AAPL, 0, 1_000));

        assertThat(trend.size()).isEqualTo(Trend.MOST);
        assertThat(trend.hasHole()).isFalse();
    }

    @Test
    void a_price_stamped_far_ahead_does_not_keep_out_those_that_follow() {
        trend.asked(1);
        trend.add(10, 0);
        trend.add(99, 1_000 * STEP);

        assertThat(trend.add(11, STEP)).isTrue();
        assertThat(trend.add(12, 2 * STEP)).isTrue();

        assertThat(closes()).containsExactly(11.0, 12.0);
        assertThat(trend.asked()).as("what it drove out is asked for again").isEqualTo(Trend.NEVER);
    }

    @Test
    void what_is_older_than_six_hours_goes_however_few_prices_there_are() {
        trend.add(10, 0);
        trend.add(11, 10 * STEP);

        trend.add(12, (Trend.MOST + 9) * STEP);

        assertThat(closes()).containsExactly(11.0, 12.0);
        assertThat(trend.stepsBack(0)).isEqualTo(Trend.MOST - 1);
    }

    @Test
    void it_holds_six_hours_however_long_it_runs() {
        for (int i = 0; i < 1_000; i++) {
            trend.add(i, i * STEP);
        }

        assertThat(trend.size()).isEqualTo(Trend.MOST);
        assertThat(trend.close(0)).isEqualTo(1_000 - Trend.MOST);
        assertThat(trend.close(Trend.MOST - 1)).isEqualTo(999);
    }

    @Test
    void its_line_spans_the_height_and_ends_at_the_right() {
        trend.add(10, 0);
        assertThat(TrendPath.points(trend, 71, 20)).as("a price is no line").isEmpty();
        trend.add(30, STEP);
        trend.add(20, 2 * STEP);

        assertThat(TrendPath.points(trend, 71, 20)).containsExactly(69.0, 20.0, 70.0, 0.0, 71.0, 10.0);
        assertThat(TrendPath.points(trend, 0, 20)).isEmpty();
    }

    @Test
    void hours_without_a_price_have_their_width() {
        trend.add(10, 0);
        trend.add(10, 10 * STEP);

        assertThat(TrendPath.points(trend, 71, 20)).containsExactly(61.0, 10.0, 71.0, 10.0);
    }

    @Test
    void a_flat_line_runs_in_the_middle() {
        trend.add(10, 0);
        trend.add(10, STEP);

        assertThat(TrendPath.points(trend, 71, 20)).containsExactly(70.0, 10.0, 71.0, 10.0);
    }

    private List<Double> closes() {
        List<Double> closes = new ArrayList<>();
        for (int i = 0; i < trend.size(); i++) {
            closes.add(trend.close(i));
        }
        return closes;
    }

    private static Bar bar(int step, int close) {
        BigDecimal price = BigDecimal.valueOf(close);
        return new Bar(
                Some.AAPL, 0, Interval.FIVE_MINUTES, step * STEP, price, price, price, price, BigDecimal.ONE, 1, true);
    }
}
