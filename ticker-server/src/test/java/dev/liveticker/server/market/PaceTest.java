package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.market.Pace.Due;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long STEP = 50_000;
    private static final long SECOND = 1_000_000;
    private static final long NOW = 1_772_461_817_000_000L;

    private final Pace pace = new Pace(STEP);

    @Test
    void nothing_is_due_before_a_step_is_over() {
        assertThat(pace.due(NOW, NOW)).isEqualTo(new Due(0, 0));
        assertThat(pace.due(NOW, NOW + STEP - 1)).isEqualTo(new Due(0, 0));
        assertThat(pace.due(NOW, NOW + STEP)).isEqualTo(new Due(0, 1));
    }

    @Test
    void a_late_market_makes_up_for_every_step() {
        assertThat(pace.due(NOW, NOW + 2 * SECOND)).isEqualTo(new Due(0, 40));
    }

    @Test
    void a_market_that_slept_leaves_the_time_out() {
        assertThat(pace.due(NOW, NOW + 3_600 * SECOND + 20_000)).isEqualTo(new Due(3_600 * SECOND, 0));
    }

    @Test
    void a_clock_set_back_a_little_lets_the_market_wait() {
        assertThat(pace.due(NOW, NOW - SECOND)).isEqualTo(new Due(0, 0));
        assertThat(pace.due(NOW, NOW)).isEqualTo(new Due(0, 0));
        assertThat(pace.due(NOW, NOW + STEP)).isEqualTo(new Due(0, 1));
    }

    @Test
    void a_clock_set_back_far_does_not_stop_the_market() {
        long back = NOW - 3_600 * SECOND;

        assertThat(pace.due(NOW, back)).isEqualTo(new Due(0, 0));
        assertThat(pace.due(NOW, back + STEP)).isEqualTo(new Due(0, 1));
        assertThat(pace.due(NOW + STEP, back + 3 * STEP)).isEqualTo(new Due(0, 2));
    }

    @Test
    void a_clock_set_right_again_gives_the_lead_up_instead_of_leaving_time_out() {
        long back = NOW - 3_600 * SECOND;
        pace.due(NOW, back);

        assertThat(pace.due(NOW, NOW + STEP)).isEqualTo(new Due(0, 1));
        assertThat(pace.due(NOW + STEP, NOW + 2 * STEP)).isEqualTo(new Due(0, 1));
    }

    @Property
    void however_the_clock_runs_the_work_is_bounded_and_time_goes_forward(
            @ForAll @Size(max = 50) List<@LongRange(min = -10_000_000, max = 10_000_000) Long> ticks) {
        Pace any = new Pace(STEP);
        long market = NOW;
        long clock = NOW;
        for (long tick : ticks) {
            clock += tick;
            Due due = any.due(market, clock);
            assertThat(due.steps()).isBetween(0, 40);
            assertThat(due.skip()).isNotNegative();
            assertThat(due.skip() % STEP).isZero();
            market += due.skip() + due.steps() * STEP;
            assertThat(market).as("less than a step late").isGreaterThan(clock - STEP);
        }
    }
}
