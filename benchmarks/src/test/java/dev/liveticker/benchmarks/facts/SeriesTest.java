package dev.liveticker.benchmarks.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void normal_figures_have_no_excess_kurtosis_and_fatter_tails_have_more() {
        assertThat(of(random::nextGaussian).excessKurtosis()).isCloseTo(0, within(0.1));
        assertThat(of(() -> random.nextExponential() * (random.nextBoolean() ? 1 : -1))
                        .excessKurtosis())
                .isCloseTo(3, within(0.6));
    }

    @Test
    void figures_of_chance_do_not_foretell_the_next_and_a_wave_does() {
        assertThat(of(random::nextGaussian).autocorrelation(3)).isCloseTo(0, within(0.02));

        double[] wave = new double[1_000];
        Arrays.setAll(wave, i -> Math.sin(i * Math.PI / 10));
        assertThat(new Series(wave).autocorrelation(20)).isCloseTo(1, within(1e-9));
        assertThat(new Series(wave).autocorrelation(10)).isCloseTo(-1, within(1e-9));
    }

    @Test
    void returns_are_logarithmic_and_over_the_step() {
        Series returns = Series.returns(new double[] {1, 5, Math.E, 7, Math.E * Math.E}, 2);

        assertThat(returns.values()).containsExactly(new double[] {1, 1}, within(1e-12));
        assertThat(new Series(new double[] {-1, 2}).absolute().values()).containsExactly(1, 2);
        assertThat(new Series(new double[] {1, 3}).variance()).isEqualTo(1);
    }

    private static Series of(DoubleSupplier figure) {
        double[] values = new double[50_000];
        Arrays.setAll(values, i -> figure.getAsDouble());
        return new Series(values);
    }
}
