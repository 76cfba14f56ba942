package dev.liveticker.server.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckpointPlanTest {

    private static final long START = Long.MAX_VALUE - 5;

    private final CheckpointPlan plan = new CheckpointPlan(1_000);

    private static long after(int seconds) {
        return START + Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void the_next_is_due_half_a_minute_after_the_last() {
        plan.stored(START, 10);

        assertThat(plan.due(after(29), 11)).isFalse();
        assertThat(plan.due(after(30), 11)).isTrue();
    }

    @Test
    void none_is_due_where_nothing_has_happened() {
        plan.stored(START, 10);

        assertThat(plan.due(after(300), 10)).isFalse();
    }

    @Test
    void it_is_due_sooner_where_much_has_happened() {
        plan.stored(START, 10);

        assertThat(plan.due(after(1), 259)).isFalse();
        assertThat(plan.due(after(1), 260)).isTrue();
    }

    @Test
    void one_that_failed_is_tried_again_after_a_while() {
        plan.stored(START, 10);
        plan.failed(after(31));

        assertThat(plan.due(after(32), 900)).isFalse();
        assertThat(plan.due(after(36), 900)).isTrue();
        plan.stored(after(36), 900);
        assertThat(plan.due(after(37), 1_150)).isTrue();
    }
}
