package dev.liveticker.benchmarks.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopPageTest {

    private final DesktopPage page =
            new DesktopPage("./mvnw -q -Pdesktop-benchmarks", "2026-11-25", "- Machine: a test\n");

    @Test
    void a_display_is_a_row_of_medians_with_their_spread() {
        Question question = Questions.all(true).getFirst();
        page.add(
                question,
                List.of(
                        new Answers(
                                Display.HEADLESS,
                                List.of(
                                        Map.of("frames", 60.0, "inputP99", 40.0),
                                        Map.of("frames", 52.0, "inputP99", 90.0),
                                        Map.of("frames", 58.0, "inputP99", 50.0))),
                        new Answers(Display.XVFB, List.of(Map.of("frames", 55.5)))));

        assertThat(page.text("Notes"))
                .startsWith("# Performance of the desktop")
                .contains("by `./mvnw -q -Pdesktop-benchmarks` on 2026-11-25", "- Machine: a test")
                .contains("| | frames a second | p99 between frames, ms |")
                .contains("| headless | 58.0 (52.0–60.0) | – | – | 50.0 (40.0–90.0) |")
                .contains("| window under Xvfb | 55.5 | – |")
                .endsWith("\nNotes");
    }

    @Test
    void every_question_has_a_probe_that_there_is() {
        assertThat(Questions.all(false))
                .filteredOn(ProbeQuestion.class::isInstance)
                .map(question -> ((ProbeQuestion) question).probe())
                .hasSize(5)
                .allSatisfy(probe -> assertThat(Class.forName(probe).getMethod("main", String[].class))
                        .isNotNull());
    }

    @Test
    void the_median_of_two_is_between_them() {
        Answers answers = new Answers(Display.HEADLESS, List.of(Map.of("x", 1.0), Map.of("x", 4.0)));

        assertThat(answers.median("x")).isEqualTo(2.5);
        assertThat(answers.median("y")).isNaN();
        assertThatThrownBy(() -> new Answers(Display.HEADLESS, List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
