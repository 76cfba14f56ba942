package dev.liveticker.server.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.server.market.Speed;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Positions in microseconds, the wall's time in nanoseconds. */
class PlayheadTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void a_batch_is_due_when_as_much_time_has_passed_as_when_it_was_recorded() {
        Playhead head = new Playhead(Speed.REAL_TIME);
        head.begin(100 * SECOND);

        assertThat(head.untilDue(3_000_000, 100 * SECOND)).isEqualTo(3 * SECOND);
        assertThat(head.untilDue(3_000_000, 102 * SECOND)).isEqualTo(SECOND);
        assertThat(head.position(102 * SECOND)).isEqualTo(2_000_000);
        assertThat(head.untilDue(3_000_000, 103 * SECOND)).isZero();
    }

    @Test
    void at_sixty_times_the_speed_a_minute_takes_a_second() {
        Playhead head = new Playhead(new Speed(60));
        head.begin(0);

        assertThat(head.untilDue(60_000_000, 0)).isEqualTo(SECOND);
        assertThat(head.position(SECOND / 2)).isEqualTo(30_000_000);
    }

    @Test
    void time_does_not_pass_the_next_batch_and_a_machine_that_slept_goes_on_from_there() {
        Playhead head = new Playhead(Speed.REAL_TIME);
        head.begin(0);
        assertThat(head.untilDue(1_000_000, 0)).isEqualTo(SECOND);

        long awake = Duration.ofHours(8).toNanos();
        assertThat(head.position(awake)).isEqualTo(1_000_000);
        assertThat(head.untilDue(1_000_000, awake)).isZero();
        assertThat(head.untilDue(2_000_000, awake)).isEqualTo(SECOND);
    }

    @Test
    void one_that_is_a_little_late_catches_up() {
        Playhead head = new Playhead(Speed.REAL_TIME);
        head.begin(0);

        assertThat(head.untilDue(1_000_000, 2 * SECOND)).isZero();
        assertThat(head.untilDue(1_900_000, 2 * SECOND)).isZero();
        assertThat(head.untilDue(2_500_000, 2 * SECOND)).isEqualTo(SECOND / 2);
    }

    @Test
    void without_a_limit_all_is_due_and_time_stands_where_the_batches_do_until_the_end() {
        Playhead head = new Playhead(Speed.MAX);
        head.begin(0);

        assertThat(head.untilDue(5_000_000, 7)).isZero();
        assertThat(head.position(SECOND)).isEqualTo(5_000_000);
        head.ended();
        assertThat(head.position(SECOND + 7)).isEqualTo(6_000_000);
    }

    @Property
    void time_never_goes_back(@ForAll @Size(max = 30) List<@LongRange(min = 0, max = 10_000_000_000L) Long> steps) {
        Playhead head = new Playhead(new Speed(2.5));
        head.begin(0);
        long now = 0;
        long arrival = 0;
        long before = 0;
        for (long step : steps) {
            arrival += step / 1_000;
            while (head.untilDue(arrival, now) > 0) {
                now += 1 + step / 3;
                assertThat(head.position(now)).isBetween(before, arrival);
                before = head.position(now);
            }
            assertThat(head.position(now)).isBetween(before, arrival);
            before = head.position(now);
            now += step;
        }
        head.ended();
        assertThat(head.position(now)).isGreaterThanOrEqualTo(before);
    }
}
