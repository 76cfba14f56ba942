package dev.liveticker.desktop.app;

import static dev.liveticker.desktop.app.OpenDesktop.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.opening.Opening;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_start_without_arguments_which_are_not_even_read_has_the_options_of_one_that_names_none() {
        LaunchOptions read = new LaunchOptions();
        new CommandLine(read).parseArgs();

        assertThat(new LaunchOptions()).usingRecursiveComparison().isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server=ftp://x",
                "--theme=purple",
                "--language=fr",
                "--size=10x10",
                "--size=5000x700",
                "--size=wide",
                "--text-scale=2.5",
                "--text-scale=large",
                "--market-start=now",
                "--screenshot",
                "--nonsense",
                "stray",
                "no-such.ticker",
                "file:///no/such.ticker",
                "file://elsewhere/a.ticker",
                "https://example.com/a.ticker",
                "/"
            })
    void bad_options_end_with_one_line_and_code_2(String option) {
        assertThat(run(option)).isEqualTo(2);

        assertThat(text(err))
                .startsWith("live-ticker: ")
                .endsWith("(see --help)\n")
                .hasLineCount(1);
        assertThat(text(out)).isEmpty();
    }

    @Test
    void help_lists_every_option() {
        assertThat(run("--help")).isZero();

        assertThat(text(out))
                .contains(
                        "--server",
                        "--theme",
                        "--language",
                        "--text-scale",
                        "--screenshot",
                        "--screen",
                        "--size",
                        "--config")
                .contains("--version")
                .doesNotContain("--market-start", "--exit-when-live");
        assertThat(text(err)).isEmpty();
    }

    @Test
    void the_version_tells_what_it_was_built_from_and_what_it_runs_on() {
        assertThat(run("--version")).isZero();

        assertThat(text(out).lines())
                .satisfiesExactly(
                        version -> assertThat(version).matches("live-ticker \\d+\\.\\d+\\.\\d+.*"),
                        build -> assertThat(build).matches("Build ([0-9a-f]{7,}, )?\\d{4}-\\d\\d-\\d\\dT.*"),
                        runtime -> assertThat(runtime)
                                .startsWith("Java " + System.getProperty("java.version"))
                                .containsPattern("JavaFX \\d+"),
                        system -> assertThat(system).startsWith(System.getProperty("os.name")));
    }

    @Test
    void a_display_is_looked_for_only_where_one_can_be_missing() {
        String before = System.getProperty("glass.platform");
        System.clearProperty("glass.platform");
        try {
            assertThat(Main.hasDisplay(Map.of(), "Linux")).isFalse();
            assertThat(Main.hasDisplay(Map.of("DISPLAY", ""), "Linux")).isFalse();
            assertThat(Main.hasDisplay(Map.of("DISPLAY", ":0"), "Linux")).isTrue();
            assertThat(Main.hasDisplay(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux"))
                    .isTrue();
            assertThat(Main.hasDisplay(Map.of(), "Windows 11")).isTrue();
            assertThat(Main.hasDisplay(Map.of(), "Mac OS X")).isTrue();
        } finally {
            if (before != null) {
                System.setProperty("glass.platform", before);
            }
        }
    }

    @Test
    void a_second_start_brings_the_first_to_the_front_and_ends() throws Exception {
        AtomicInteger fronts = new AtomicInteger();
        try (SingleInstance first = SingleInstance.claim(directory, openings -> fronts.incrementAndGet())) {
            assertThat(first).isNotNull();

            // It waits for the first one's answer for less than a second: on a busy machine somebody tries again.
            soon().until(() -> {
                out.reset();
                err.reset();
                return run("--config", directory.toString()) == 0;
            });
        }

        assertThat(fronts).hasPositiveValue();
        assertThat(text(out)).contains("runs already").hasLineCount(1);
        assertThat(text(err)).isEmpty();
    }

    @Test
    void a_second_start_has_the_first_open_what_it_was_given() throws Exception {
        Path file = Files.writeString(directory.resolve("Tech.ticker"), "AAPL");
        List<Opening> opened = new ArrayList<>();
        try (SingleInstance first = SingleInstance.claim(directory, opened::addAll)) {
            assertThat(first).isNotNull();

            assertThat(run(
                            "--config",
                            directory.toString(),
                            file.toString(),
                            "liveticker://watch/MSFT",
                            file.toUri().toString()))
                    .isZero();
        }

        assertThat(opened)
                .containsExactly(
                        new Opening.WatchlistFile(file),
                        new Opening.Link("liveticker://watch/MSFT"),
                        new Opening.WatchlistFile(file));
        assertThat(text(err)).isEmpty();
    }

    @Test
    void there_is_an_end_to_what_is_opened_at_once() {
        assertThat(run(Collections.nCopies(51, "liveticker://watch/MSFT").toArray(String[]::new)))
                .isEqualTo(2);

        assertThat(text(err)).contains("no more than 50").hasLineCount(1);
    }

    @Test
    void a_second_start_that_gets_no_answer_says_so() throws Exception {
        try (SingleInstance first = SingleInstance.claim(directory, openings -> {})) {
            assertThat(first).isNotNull();
            Files.delete(directory.resolve(SingleInstance.CALL));

            assertThat(run("--config", directory.toString())).isEqualTo(1);
        }

        assertThat(text(err)).contains("does not answer").hasLineCount(1);
    }

    private int run(String... arguments) {
        return Main.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
