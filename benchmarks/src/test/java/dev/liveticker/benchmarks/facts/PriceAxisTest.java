package dev.liveticker.benchmarks.facts;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class PriceAxisTest {

    @Test
    void labels_are_round() {
        assertThat(new PriceAxis(251.3, 257.9).labels())
                .extracting(Object::toString)
                .containsExactly("252", "254", "256");
        assertThat(new PriceAxis(0.4102, 0.4178).labels())
                .extracting(Object::toString)
                .containsExactly("0.412", "0.414", "0.416");
        assertThat(new PriceAxis(112_300, 115_100).labels())
                .extracting(Object::toString)
                .containsExactly("113000", "114000", "115000");
    }

    @Test
    void it_holds_all_figures_and_leaves_out_what_is_none() {
        PriceAxis axis = PriceAxis.around(new double[] {Double.NaN, 10, 12, Double.NaN, 11});

        assertThat(axis.low()).isLessThan(10).isGreaterThan(9.5);
        assertThat(axis.high()).isGreaterThan(12).isLessThan(12.5);
        assertThat(axis.position(11)).isEqualTo(0.5);
    }

    @Property
    void there_are_a_few_labels_and_all_are_within(
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double low,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double room) {
        PriceAxis axis = new PriceAxis(low, low * (1 + room));

        assertThat(axis.labels())
                .hasSizeBetween(1, 5)
                .allSatisfy(
                        label -> assertThat(label.doubleValue()).isBetween(axis.low() * 0.999, axis.high() * 1.001));
    }
}
