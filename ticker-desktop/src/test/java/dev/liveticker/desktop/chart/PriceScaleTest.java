package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PriceScaleTest {

    @Property
    void every_price_has_its_place_in_the_pane(
            @ForAll @Scale(5) @DoubleRange(min = 0.00001, max = 500_000) double low,
            @ForAll @DoubleRange(min = 0, max = 10) double rise,
            @ForAll @DoubleRange(min = 80, max = 1_500) double height) {
        double high = low * (1 + rise);
        PriceScale scale = PriceScale.of(low, high, 0.00001, 20, 20 + height);

        assertThat(scale.y(low)).isBetween(20.0, 20 + height);
        assertThat(scale.y(high)).isBetween(20.0, scale.y(low));
        assertThat(scale.priceAt(scale.y(high))).isCloseTo(high, within(high * 1e-9));
    }

    @Property
    void lines_are_evenly_apart_and_neither_crowded_nor_missing(
            @ForAll @Scale(5) @DoubleRange(min = 0.00001, max = 500_000) double low,
            @ForAll @DoubleRange(min = 0, max = 10) double rise,
            @ForAll @DoubleRange(min = 120, max = 1_500) double height) {
        PriceScale scale = PriceScale.of(low, low * (1 + rise), 0.00001, 0, height);
        List<Double> lines = scale.lines();

        assertThat(lines).hasSizeBetween(1, (int) (height / 40) + 2);
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i) - lines.get(i - 1))
                    .isCloseTo(scale.step(), within(scale.step() * 1e-6 + low * 1e-14));
        }
        assertThat(lines).allMatch(price -> scale.y(price) >= -1e-6 && scale.y(price) <= height + 1e-6);
    }

    @Property
    void steps_are_round(@ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 1e6) double least) {
        double step = PriceScale.niceStep(least);
        double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));

        assertThat(step).isBetween(least * (1 - 1e-6), least * 2.5 * (1 + 1e-6));
        assertThat(List.of(1.0, 2.0, 5.0))
                .anySatisfy(nice -> assertThat(mantissa).isCloseTo(nice, within(1e-6)));
    }

    @Test
    void a_flat_price_stands_in_the_middle_and_one_tick_is_no_crash() {
        PriceScale scale = PriceScale.of(100, 100, 0.01, 0, 200);

        assertThat(scale.y(100)).isCloseTo(100, within(0.01));
        assertThat(scale.y(100) - scale.y(100.01)).isLessThan(25);
    }

    @Test
    void a_tiny_price_does_not_go_below_zero() {
        PriceScale scale = PriceScale.of(0.00001, 0.00001, 0.00001, 0, 200);

        assertThat(scale.low()).isZero();
        assertThat(scale.y(0.00001)).isBetween(0.0, 200.0);
    }

    @Test
    void no_line_is_nearer_than_a_tick_to_the_next() {
        PriceScale scale = PriceScale.of(100, 100.02, 0.01, 0, 2_000);

        assertThat(scale.step()).isEqualTo(0.01);
    }
}
