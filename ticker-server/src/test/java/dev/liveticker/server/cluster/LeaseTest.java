package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Duration LENGTH = Duration.ofSeconds(3);

    private static long seconds(double seconds) {
        return (long) (seconds * 1_000_000_000L);
    }

    @Test
    void a_node_that_was_given_none_has_none() {
        Lease lease = new Lease(LENGTH);

        assertThat(lease.holds(0)).isFalse();
        assertThat(lease.ranOut(seconds(10))).isFalse();
        assertThat(lease.holder()).isNull();
    }

    @Test
    void it_lasts_from_when_it_was_asked_for_and_ends_before_another_could_have_it() {
        Lease lease = new Lease(LENGTH);
        lease.granted("a:1", seconds(100));

        assertThat(lease.holds(seconds(102.6))).isTrue();
        assertThat(lease.ranOut(seconds(102.6))).isFalse();
        assertThat(lease.holds(seconds(102.8))).isFalse();
        assertThat(lease.ranOut(seconds(102.8))).isTrue();
    }

    @Test
    void renewing_prolongs_it_and_a_late_answer_to_an_older_wish_does_not_shorten_it() {
        Lease lease = new Lease(LENGTH);
        lease.granted("a:1", seconds(100));
        lease.granted("a:1", seconds(102));
        lease.granted("a:1", seconds(101));

        assertThat(lease.holds(seconds(104.6))).isTrue();
        assertThat(lease.holds(seconds(104.8))).isFalse();
    }

    @Test
    void once_it_has_ended_it_has_not_run_out_any_more() {
        Lease lease = new Lease(LENGTH);
        lease.granted("a:1", seconds(100));
        lease.ended();

        assertThat(lease.holds(seconds(100))).isFalse();
        assertThat(lease.ranOut(seconds(200))).isFalse();
        assertThat(lease.holder()).isNull();
    }

    @Test
    void a_new_one_counts_from_its_own_wish() {
        Lease lease = new Lease(LENGTH);
        lease.granted("a:1", seconds(100));
        lease.granted("a:2", seconds(99));

        assertThat(lease.holder()).isEqualTo("a:2");
        assertThat(lease.holds(seconds(101.8))).isFalse();
    }

    @Property
    void it_is_held_or_has_run_out_wherever_the_clock_begins(
            @ForAll long start, @ForAll @LongRange(min = 0, max = 10_000_000_000L) long later) {
        Lease lease = new Lease(LENGTH);
        lease.granted("a:1", start);

        assertThat(lease.holds(start + later)).isNotEqualTo(lease.ranOut(start + later));
        assertThat(lease.holds(start + later)).isEqualTo(later < seconds(2.7));
    }
}
