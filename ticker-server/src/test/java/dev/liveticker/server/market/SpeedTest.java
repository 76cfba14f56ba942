package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "60, 60", "0.1, 0.1", "0.25, 0.25", "1000, 1000", "1000.0, 1000"})
    void a_number_within_bounds_is_a_speed(String text, double factor) {
        assertThat(Speed.parse(text)).isEqualTo(new Speed(factor));
        assertThat(Speed.parse(text).isMax()).isFalse();
    }

    @Test
    void max_is_as_fast_as_it_goes() {
        assertThat(Speed.parse("max")).isEqualTo(Speed.MAX);
        assertThat(Speed.MAX.isMax()).isTrue();
        assertThat(Speed.MAX.marketNanos(0)).isZero();
        assertThat(Speed.MAX.marketNanos(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Speed.MAX.realNanos(1_000)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.09", "1000.1", "9999", "-1", "1e2", "NaN", "Infinity", "MAX", "1,5", " 1", "1x"})
    void anything_else_is_refused_and_said_to_be(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Speed.parse(text))
                .withMessage("a number from 0.1 to 1000, or max, expected, not '" + text + "'");
    }

    @Property
    void time_on_the_wall_and_in_the_market_are_each_others_counterparts(
            @ForAll @DoubleRange(min = Speed.LEAST, max = Speed.MOST) double factor,
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long real) {
        Speed speed = new Speed(factor);

        assertThat(speed.realNanos(speed.marketNanos(real))).isBetween(real - 11, real);
    }
}
