package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real signals, of a kind that nothing else here has a use for, and that does no harm where it is not heard. */
@DisabledOnOs(OS.WINDOWS)
class TerminationTest {

    private static final String SIGNAL = "WINCH";

    private static final int NUMBER = 28;

    private final AtomicInteger ends = new AtomicInteger();
    private final Queue<Integer> halts = new ConcurrentLinkedQueue<>();

    @Test
    void a_signal_ends_it_in_order() throws Exception {
        new Termination(ends::incrementAndGet, Duration.ofHours(1), halts::add).hear(SIGNAL);

        kill();

        soon().until(() -> ends.get() == 1);
        assertThat(halts).isEmpty();
    }

    @Test
    void what_does_not_end_in_time_is_ended_with_the_exit_code_of_the_signal() throws Exception {
        new Termination(ends::incrementAndGet, Duration.ZERO, halts::add).hear(SIGNAL);

        kill();

        soon().until(() -> List.copyOf(halts).equals(List.of(128 + NUMBER)));
        assertThat(ends).hasValue(1);
    }

    @Test
    void a_signal_that_does_not_exist_here_is_left_alone() {
        new Termination(ends::incrementAndGet, Duration.ZERO, halts::add).hear("NONE");

        assertThat(ends).hasValue(0);
        assertThat(halts).isEmpty();
    }

    private static void kill() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "kill",
                        "-" + SIGNAL,
                        Long.toString(ProcessHandle.current().pid()))
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
