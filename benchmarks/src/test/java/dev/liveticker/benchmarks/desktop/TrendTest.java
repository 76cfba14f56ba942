package dev.liveticker.benchmarks.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void a_single_sample_has_no_slope() {
        Trend trend = new Trend();
        trend.add(1, 5);

        assertThat(trend.slope()).isZero();
    }

    @Test
    void noise_around_a_level_is_no_growth() {
        Trend trend = new Trend();
        double[] noise = {3, -3, -3, 3};
        for (int i = 0; i < noise.length; i++) {
            trend.add(i, 100 + noise[i]);
        }

        assertThat(trend.slope()).isCloseTo(0, within(1e-9));
        assertThat(trend.first()).isEqualTo(103);
        assertThat(trend.last()).isEqualTo(103);
    }

    @Property
    void the_slope_of_a_straight_line_is_found(
            @ForAll @DoubleRange(min = -1_000, max = 1_000) double slope,
            @ForAll @DoubleRange(min = -1_000, max = 1_000) double level) {
        Trend trend = new Trend();
        for (int i = 0; i < 10; i++) {
            trend.add(i * 0.25, level + slope * i * 0.25);
        }

        assertThat(trend.slope()).isCloseTo(slope, within(1e-6));
    }
}
