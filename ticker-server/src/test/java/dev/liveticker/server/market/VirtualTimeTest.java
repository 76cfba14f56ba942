package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualTimeTest {

    private static final Instant START = Instant.parse("2026-03-06T14:30:00Z");
    private static final long STEP_NANOS = Duration.ofMillis(50).toNanos();

    private long nanos = -5;

    private VirtualTime at(Speed speed) {
        return new VirtualTime(speed, START, () -> nanos);
    }

    private int pass(VirtualTime time, Duration passed) {
        nanos += passed.toNanos();
        return time.due(0).steps();
    }

    @ParameterizedTest
    @CsvSource({"0.1, 2", "1, 20", "60, 1200", "1000, 20000"})
    void a_second_on_the_wall_is_as_many_in_the_market_as_its_speed_says(double factor, int steps) {
        VirtualTime time = at(new Speed(factor));
        pass(time, Duration.ZERO);

        assertThat(pass(time, Duration.ofSeconds(1))).isEqualTo(steps);
    }

    @Test
    void it_begins_to_go_by_when_it_is_first_asked() {
        nanos = Duration.ofHours(3).toNanos();

        assertThat(at(Speed.REAL_TIME).due(0)).isEqualTo(new Pace.Due(0, 0));
    }

    @Test
    void it_stands_still_while_the_machine_sleeps_and_leaves_nothing_out() {
        VirtualTime time = at(Speed.REAL_TIME);
        pass(time, Duration.ZERO);

        nanos += Duration.ofHours(8).toNanos();

        assertThat(time.due(0)).isEqualTo(new Pace.Due(0, 20));
        assertThat(pass(time, Duration.ofMillis(50))).isEqualTo(1);
    }

    @Test
    void without_a_limit_there_is_always_more_to_do() {
        VirtualTime time = at(Speed.MAX);

        assertThat(time.due(0)).isEqualTo(new Pace.Due(0, VirtualTime.UNLIMITED_STEPS));
        assertThat(time.due(0)).isEqualTo(new Pace.Due(0, VirtualTime.UNLIMITED_STEPS));
        assertThat(time.period()).isPositive();
    }

    @Test
    void its_clock_shows_up_to_when_everything_has_happened() {
        VirtualTime time = at(new Speed(60));
        assertThat(time.clock().instant()).isEqualTo(START);

        nanos += Duration.ofMinutes(1).toNanos();
        assertThat(time.clock().instant()).isEqualTo(START);

        time.reached(START.toEpochMilli() * 1_000 + 50_000);
        assertThat(time.clock().instant()).isEqualTo(START.plusMillis(50));
    }

    @Property
    void however_irregularly_it_is_asked_it_goes_at_its_speed_to_within_a_step(
            @ForAll @DoubleRange(min = Speed.LEAST, max = Speed.MOST) double factor,
            @ForAll @Size(max = 100) List<@LongRange(min = 0, max = 1_000_000_000) Long> pauses) {
        VirtualTime time = at(new Speed(factor));
        pass(time, Duration.ZERO);
        long steps = 0;
        long passed = 0;
        for (long pause : pauses) {
            passed += pause;
            steps += pass(time, Duration.ofNanos(pause));
        }

        double expected = passed * factor / STEP_NANOS;
        assertThat((double) steps).isBetween(expected - 1.001, expected + 0.001);
    }
}
