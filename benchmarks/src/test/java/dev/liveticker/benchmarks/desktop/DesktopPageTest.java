package dev.liveticker.benchmarks.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.benchmarks.Sections;
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
    void a_question_asked_again_takes_the_place_of_its_section_and_leaves_the_others() {
        Question first = Questions.all(true).getFirst();
        Question last = Questions.all(true).getLast();
        page.add(first, List.of(new Answers(Display.HEADLESS, List.of(Map.of("frames", 44.0)))));
        page.add(last, List.of(new Answers(Display.HEADLESS, List.of(Map.of("usual", 321.0)))));

        String section = DesktopPage.section(
                first,
                "Measured again on 2026-11-27.",
                List.of(new Answers(Display.HEADLESS, List.of(Map.of("frames", 55.0)))));
        String text = Sections.replace(page.text("## Notes\n"), first.title(), section, "## Notes\n");

        assertThat(text)
                .containsOnlyOnce("\n## " + first.title() + "\n")
                .contains("Measured again on 2026-11-27.", "| headless | 55.0 |", "| headless | 321 |")
                .doesNotContain("| headless | 44.0 |")
                .endsWith("\n## Notes\n");
        assertThat(text.indexOf("55.0")).isLessThan(text.indexOf("321"));
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
