package dev.liveticker.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private final Alarms alarms = new Alarms();
    private final List<String> rung = new ArrayList<>();

    @Test
    void they_ring_in_the_order_of_their_time_and_once() {
        Alarms.Alarm late = alarms.create(now -> rung.add("late"));
        Alarms.Alarm early = alarms.create(now -> rung.add("early"));
        Alarms.Alarm same = alarms.create(now -> rung.add("same"));
        alarms.callBy(late, 30);
        alarms.callBy(early, 10);
        alarms.callBy(same, 30);
        assertThat(alarms.next()).isEqualTo(10);
        alarms.ring(29);
        assertThat(rung).containsExactly("early");
        alarms.ring(30);
        alarms.ring(31);
        assertThat(rung).containsExactly("early", "late", "same");
        assertThat(alarms.next()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void an_earlier_wish_stands() {
        Alarms.Alarm alarm = alarms.create(now -> rung.add("rang"));
        alarms.callBy(alarm, 10);
        alarms.callBy(alarm, 20);
        alarms.callBy(alarm, 5);
        assertThat(alarms.next()).isEqualTo(5);
        assertThat(alarms.size()).isEqualTo(1);
    }

    @Test
    void one_that_is_cancelled_does_not_ring_and_can_be_set_again() {
        Alarms.Alarm alarm = alarms.create(now -> rung.add("rang"));
        alarms.callBy(alarm, 10);
        alarms.cancel(alarm);
        alarms.ring(100);
        assertThat(rung).isEmpty();
        assertThat(alarms.size()).isZero();
        alarms.callBy(alarm, 200);
        alarms.ring(200);
        assertThat(rung).hasSize(1);
    }
}
