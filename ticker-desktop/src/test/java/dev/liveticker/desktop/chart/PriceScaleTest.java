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
        PriceScale scale = scale(low, high, 0.00001, 20, 20 + height);

        assertThat(scale.y(low)).isBetween(20.0, 20 + height);
        assertThat(scale.y(high)).isBetween(20.0, scale.y(low));
        assertThat(scale.priceAt(scale.y(high))).isCloseTo(high, within(high * 1e-9));
    }

    @Property
    void lines_are_evenly_apart_and_neither_crowded_nor_missing(
            @ForAll @Scale(5) @DoubleRange(min = 0.00001, max = 500_000) double low,
            @ForAll @DoubleRange(min = 0, max = 10) double rise,
            @ForAll @DoubleRange(min = 120, max = 1_500) double height) {
        PriceScale scale = scale(low, low * (1 + rise), 0.00001, 0, height);
        List<Double> lines = scale.lines();

        assertThat(lines).hasSizeBetween(1, (int) (height / 40) + 2);
        for (int i = 1; i < lines.size(); i++) {
            assertThat(lines.get(i) - lines.get(i - 1))
                    .isCloseTo(scale.step(), within(scale.step() * 1e-6 + low * 1e-14));
        }
        assertThat(lines).allMatch(price -> scale.y(price) >= -1e-6 && scale.y(price) <= height + 1e-6);
    }

    @Property
    void a_stretched_scale_keeps_its_middle_and_its_lines_their_distance(
            @ForAll @DoubleRange(min = 10, max = 500_000) double low,
            @ForAll @DoubleRange(min = 0.1, max = 50) double factor) {
        for (PriceScale scale : List.of(
                PriceScale.linear(low, low * 1.05, 0.01, 0, 400, 44),
                PriceScale.logarithmic(low, low * 1.05, 0.01, 0, 400, 44))) {
            PriceScale stretched = scale.stretched(factor, 0.01);

            assertThat(stretched.priceAt(200)).isCloseTo(scale.priceAt(200), within(scale.priceAt(200) * 1e-9));
            assertThat(stretched.y(low)).isGreaterThan(200);
            List<Double> lines = stretched.lines();
            for (int i = 1; i < lines.size(); i++) {
                assertThat(stretched.y(lines.get(i - 1)) - stretched.y(lines.get(i)))
                        .isGreaterThan(40);
            }
        }
    }

    @Test
    void a_scale_is_stretched_to_a_few_ticks_at_most_and_squeezed_to_no_price_below_nothing() {
        PriceScale flat = scale(100, 100, 0.01, 0, 400);
        assertThat(flat.stretched(50, 0.01).high() - flat.stretched(50, 0.01).low())
                .isCloseTo(0.02, within(1e-9));

        PriceScale scale = scale(100, 110, 0.01, 0, 400);
        assertThat(scale.stretched(0.1, 0.01).low()).isPositive();
        assertThat(scale(1, 110, 0.01, 0, 400).stretched(0.1, 0.01).low()).isZero();
        assertThat(scale.stretched(1, 0.01)).isSameAs(scale);
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
        PriceScale scale = scale(100, 100, 0.01, 0, 200);

        assertThat(scale.y(100)).isCloseTo(100, within(0.01));
        assertThat(scale.y(100) - scale.y(100.01)).isLessThan(25);
    }

    @Test
    void a_tiny_price_does_not_go_below_zero() {
        PriceScale scale = scale(0.00001, 0.00001, 0.00001, 0, 200);

        assertThat(scale.low()).isZero();
        assertThat(scale.y(0.00001)).isBetween(0.0, 200.0);
    }

    @Property
    void on_a_logarithm_equal_shares_are_equally_high(
            @ForAll @Scale(5) @DoubleRange(min = 0.00001, max = 500_000) double low,
            @ForAll @DoubleRange(min = 0.01, max = 1_000) double rise,
            @ForAll @DoubleRange(min = 80, max = 1_500) double height) {
        double high = low * (1 + rise);
        PriceScale scale = PriceScale.logarithmic(low, high, low / 1_000, 20, 20 + height, 44);

        double middle = Math.sqrt(low * high);
        assertThat(scale.kind()).isEqualTo(PriceScale.Kind.LOGARITHMIC);
        assertThat(scale.y(low)).isBetween(20.0, 20 + height);
        assertThat(scale.y(high)).isBetween(20.0, scale.y(low));
        assertThat(scale.y(low) - scale.y(middle)).isCloseTo(scale.y(middle) - scale.y(high), within(1e-6));
        assertThat(scale.priceAt(scale.y(high))).isCloseTo(high, within(high * 1e-9));
    }

    @Property
    void lines_of_a_logarithm_are_neither_crowded_nor_missing(
            @ForAll @Scale(5) @DoubleRange(min = 0.01, max = 500_000) double low,
            @ForAll @Scale(3) @DoubleRange(min = 0.01, max = 100_000) double rise,
            @ForAll @DoubleRange(min = 150, max = 1_500) double height) {
        PriceScale scale = PriceScale.logarithmic(low, low * (1 + rise), 0.0001, 0, height, 44);
        List<Double> lines = scale.lines();

        assertThat(lines).isNotEmpty().allMatch(price -> scale.y(price) >= -1e-6 && scale.y(price) <= height + 1e-6);
        for (int i = 1; i < lines.size(); i++) {
            assertThat(scale.y(lines.get(i - 1)) - scale.y(lines.get(i))).isGreaterThan(43.9);
        }
    }

    @Test
    void lines_of_a_wide_logarithm_are_round_numbers() {
        PriceScale scale = PriceScale.logarithmic(1, 1_000, 0.01, 0, 520, 44);

        assertThat(scale.lines()).containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1_000.0);
    }

    @Test
    void what_has_no_logarithm_is_shown_on_a_linear_scale() {
        assertThat(PriceScale.logarithmic(-37.63, 20, 0.01, 0, 400, 44).kind()).isEqualTo(PriceScale.Kind.LINEAR);
        assertThat(PriceScale.logarithmic(0, 0, 0.01, 0, 400, 44).kind()).isEqualTo(PriceScale.Kind.LINEAR);
    }

    @Test
    void a_flat_or_tiny_price_has_a_logarithm_too() {
        PriceScale flat = PriceScale.logarithmic(100, 100, 0.01, 0, 200, 44);
        PriceScale tiny = PriceScale.logarithmic(0.00001234, 0.00001234, 0.00000001, 0, 200, 44);

        assertThat(flat.y(100)).isCloseTo(100, within(1.0));
        assertThat(tiny.y(0.00001234)).isBetween(50.0, 150.0);
        assertThat(tiny.lines()).isNotEmpty();
    }

    @Property
    void lines_in_per_cent_are_at_round_shares_of_the_base(
            @ForAll @DoubleRange(min = 50, max = 150) double base,
            @ForAll @DoubleRange(min = 0.5, max = 80) double range) {
        PriceScale scale = scale(100, 100 + range, 0.01, 0, 400).inPercentOf(base);

        assertThat(scale.lines()).isNotEmpty();
        double step = scale.step() / base * 100;
        assertThat(step).isCloseTo(PriceScale.niceStep(step * (1 - 1e-9)), within(step * 1e-6));
        assertThat(scale.lines()).allSatisfy(price -> {
            double steps = (price / base - 1) * 100 / step;
            assertThat(steps).isCloseTo(Math.rint(steps), within(1e-6));
        });
    }

    @Test
    void no_line_is_nearer_than_a_tick_to_the_next() {
        PriceScale scale = scale(100, 100.02, 0.01, 0, 2_000);

        assertThat(scale.step()).isEqualTo(0.01);
    }

    private static PriceScale scale(double lowest, double highest, double tick, double top, double bottom) {
        return PriceScale.linear(lowest, highest, tick, top, bottom, PriceScale.LINE_DISTANCE);
    }
}
