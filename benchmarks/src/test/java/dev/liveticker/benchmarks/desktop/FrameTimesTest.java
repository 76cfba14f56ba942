package dev.liveticker.benchmarks.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FrameTimesTest {

    private final FrameTimes frames = new FrameTimes();
    private long now = 5_000_000_000L;

    @Test
    void without_a_second_frame_there_is_nothing_to_tell() {
        frames.frame(now);

        assertThat(frames.perSecond()).isZero();
        assertThat(frames.p99Millis()).isZero();
    }

    @Test
    void frames_are_counted_from_the_first_to_the_last() {
        frames.frame(now);
        for (int i = 0; i < 50; i++) {
            after(20);
        }

        assertThat(frames.perSecond()).isCloseTo(50, within(0.001));
        assertThat(frames.p99Millis()).isCloseTo(20, within(0.05));
    }

    @Test
    void one_long_wait_in_a_thousand_is_not_the_p99() {
        frames.frame(now);
        for (int i = 0; i < 999; i++) {
            after(16);
        }
        after(400);

        assertThat(frames.p99Millis()).isCloseTo(16, within(0.05));
    }

    private void after(long millis) {
        now += Duration.ofMillis(millis).toNanos();
        frames.frame(now);
    }
}
