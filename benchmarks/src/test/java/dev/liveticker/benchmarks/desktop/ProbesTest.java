package dev.liveticker.benchmarks.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** That the probes measure something; what, depends on the machine. */
@Execution(ExecutionMode.CONCURRENT)
class ProbesTest {

    @Test
    void a_long_watchlist_is_measured() throws Exception {
        Map<String, Double> measured =
                ask(Questions.all(true).getFirst(), List.of("--rows", "300", "--rate", "2000", "--warm-up", "1"), null);

        assertThat(measured.get("updates")).isPositive();
        assertThat(measured.get("frames")).isPositive();
        assertThat(measured.get("inputP99")).isPositive();
    }

    @Test
    void a_chart_of_many_bars_is_measured() throws Exception {
        Map<String, Double> measured =
                ask(Questions.all(true).get(2), List.of("--bars", "3000", "--warm-up", "1"), null);

        assertThat(measured.get("bars")).isEqualTo(3_000);
        assertThat(measured.get("panFrames")).isPositive();
        assertThat(measured.get("zoomFrames")).isPositive();
    }

    @Test
    void a_window_that_cannot_be_seen_is_measured() throws Exception {
        Map<String, Double> measured =
                ask(Questions.all(true).get(3), List.of("--warm-up", "1"), List.of("--symbols", "AAPL"));

        assertThat(measured).containsOnlyKeys("shown", "minimised", "hidden");
        assertThat(measured.get("shown")).isPositive();
    }

    @Test
    void growth_over_time_is_measured() throws Exception {
        Map<String, Double> measured =
                ask(Questions.all(true).get(4), List.of("--speed", "1000", "--hours", "2"), List.of("--speed", "1000"));

        assertThat(measured.get("hours")).isGreaterThanOrEqualTo(2);
        assertThat(measured.get("heapLast")).isPositive();
        assertThat(measured.get("rounds")).isGreaterThanOrEqualTo(4);
        assertThat(measured.get("listenersLast"))
                .as("one window that is not let go of has thousands")
                .isBetween(100.0, measured.get("listenersFirst") + 1_000);
    }

    private static Map<String, Double> ask(Question question, List<String> arguments, List<String> server)
            throws Exception {
        ProbeQuestion probe = (ProbeQuestion) question;
        List<String> all = arguments.contains("--speed")
                ? arguments
                : Stream.concat(arguments.stream(), Stream.of("--seconds", "1")).toList();
        ProbeQuestion.ServerStart start = server == null ? null : () -> RunningServer.start(server);
        return new ProbeQuestion(probe.title(), probe.meaning(), probe.figures(), 1, probe.probe(), all, start)
                .ask(Display.HEADLESS);
    }
}
