package dev.liveticker.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration ROUND = Duration.ofMinutes(10);

    private static Stream<Mishap> mishaps(Schedule schedule) {
        return schedule.appointments().stream().map(Schedule.Appointment::mishap);
    }

    @Test
    void the_same_seed_and_round_are_the_same_schedule_and_others_are_another() {
        Schedule schedule = Schedule.of(7, 3, ROUND, 500, 20);

        assertThat(Schedule.of(7, 3, ROUND, 500, 20)).isEqualTo(schedule);
        assertThat(Schedule.of(8, 3, ROUND, 500, 20)).isNotEqualTo(schedule);
        assertThat(Schedule.of(7, 4, ROUND, 500, 20)).isNotEqualTo(schedule);
    }

    @Property(tries = 50)
    void every_round_has_what_is_rare_and_something_every_few_seconds_in_order_and_within_it(
            @ForAll long seed,
            @ForAll @IntRange(max = 20) int round,
            @ForAll @IntRange(min = 30, max = 900) int seconds) {
        Schedule schedule = Schedule.of(seed, round, Duration.ofSeconds(seconds), 40, 3);

        List<Duration> times =
                schedule.appointments().stream().map(Schedule.Appointment::at).toList();
        assertThat(times).isSorted().allMatch(at -> at.toMillis() >= 0 && at.toSeconds() <= seconds - 5);
        assertThat(mishaps(schedule))
                .hasAtLeastOneElementOfType(Mishap.Kill.class)
                .hasAtLeastOneElementOfType(Mishap.CutRedis.class)
                .hasAtLeastOneElementOfType(Mishap.PauseRedis.class);
        assertThat(mishaps(schedule).anyMatch(Mishap.RestartRedis.class::isInstance))
                .isEqualTo(round % 2 == 1);
        long before = 0;
        for (Duration at : times) {
            assertThat(at.toMillis() - before).isLessThan(4_000);
            before = at.toMillis();
        }
    }

    @Test
    void the_market_s_node_is_paused_for_longer_than_its_lease_lasts() {
        assertThat(mishaps(Schedule.of(1, 0, ROUND, 500, 20)))
                .anyMatch(mishap -> mishap instanceof Mishap.Pause(int node, Duration time)
                        && node == Cluster.ELDER
                        && time.compareTo(Duration.ofSeconds(4)) > 0);
    }

    @Test
    void in_a_long_round_every_kind_of_mishap_happens_to_clients_there_are() {
        List<Mishap> all =
                mishaps(Schedule.of(1, 1, Duration.ofMinutes(60), 10, 2)).toList();

        assertThat(all.stream().<Object>map(Mishap::getClass).distinct())
                .containsExactlyInAnyOrder((Object[]) Mishap.class.getPermittedSubclasses());
        assertThat(all).allMatch(mishap -> switch (mishap) {
            case Mishap.Vanish(List<Integer> clients) -> clients.stream().allMatch(each -> each < 10);
            case Mishap.Stall(List<Integer> clients, Duration _) ->
                clients.stream().allMatch(each -> each < 10);
            case Mishap.HalfClose(int client) -> client < 10;
            case Mishap.Act(List<Integer> desks, long _) -> desks.stream().allMatch(each -> each < 2);
            default -> true;
        });
    }
}
