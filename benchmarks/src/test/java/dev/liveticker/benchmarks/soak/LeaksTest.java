package dev.liveticker.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeaksTest {

    private static final long MEGABYTE = 1 << 20;

    private final Leaks leaks = new Leaks(Duration.ofMinutes(45));

    private static Vitals vitals(long pid, int minutes, long megabytes, long threads, long files) {
        return new Vitals(
                "node", pid, Duration.ofMinutes(minutes), megabytes * MEGABYTE, threads, threads, files, 5, 5, 0);
    }

    @Test
    void what_goes_up_and_down_is_no_leak() {
        assertThat(leaks.judge(
                        List.of(vitals(1, 50, 100, 40, 60), vitals(1, 60, 115, 48, 70), vitals(1, 70, 104, 41, 62))))
                .isEmpty();
    }

    @Test
    void each_figure_that_is_much_larger_in_the_end_is_told() {
        assertThat(leaks.judge(List.of(vitals(1, 50, 100, 40, 60), vitals(1, 60, 140, 80, 200))))
                .hasSize(3)
                .anyMatch(grown -> grown.startsWith("node's heap"))
                .anyMatch(grown -> grown.startsWith("node's threads: 40, then 80"))
                .anyMatch(grown -> grown.startsWith("node's open files: 60, then 200"));
    }

    @Test
    void a_young_process_is_given_room_for_what_it_keeps_but_not_for_threads() {
        Vitals young = vitals(1, 1, 30, 40, 60);

        assertThat(leaks.judge(List.of(young, vitals(1, 2, 130, 40, 60)))).isEmpty();
        assertThat(leaks.judge(List.of(young, vitals(1, 2, 30, 90, 60)))).hasSize(1);
        // From when it is old enough it is held against itself at that age.
        assertThat(leaks.judge(List.of(young, vitals(1, 50, 130, 40, 60), vitals(1, 90, 170, 40, 60))))
                .hasSize(1);
    }

    @Test
    void a_process_that_was_started_again_is_not_held_against_the_one_before() {
        assertThat(leaks.judge(List.of(vitals(1, 50, 30, 40, 60), vitals(2, 50, 300, 90, 600))))
                .isEmpty();
    }

    @Test
    void what_clients_leave_behind_is_told() {
        assertThat(leaks.left(vitals(1, 1, 30, 40, 60), vitals(1, 9, 90, 45, 64)))
                .isEmpty();
        assertThat(leaks.left(vitals(1, 1, 30, 40, 60), vitals(1, 9, 90, 540, 560)))
                .hasSize(2);
    }
}
