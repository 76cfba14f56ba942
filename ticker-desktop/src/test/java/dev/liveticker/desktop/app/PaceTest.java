package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long FRAME = Duration.ofMillis(16).toNanos();
    private static final long START = Long.MAX_VALUE - FRAME;

    private final Pace pace = new Pace();

    @Test
    void the_first_prices_are_looked_for_in_every_frame() {
        assertThat(timesDue(START, 100)).isEqualTo(100);
    }

    @Test
    void once_there_are_prices_they_are_taken_in_fifteen_times_a_second_at_most() {
        pace.priced();

        assertThat(timesDue(START, 1_000)).isBetween(190, 240);
    }

    @Test
    void a_server_that_does_not_answer_is_not_waited_for_in_every_frame_for_ever() {
        int seconds = 20;
        int frames = (int) (Duration.ofSeconds(seconds).toNanos() / FRAME);

        assertThat(timesDue(START, frames)).isBetween(frames / 2, frames * 3 / 4);
    }

    private int timesDue(long from, int frames) {
        int due = 0;
        for (int i = 0; i < frames; i++) {
            due += pace.isDue(from + i * FRAME) ? 1 : 0;
        }
        return due;
    }
}
