package dev.liveticker.benchmarks.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GeneratedPartTest {

    private static final String DOCUMENT =
            "# Title\n\n" + GeneratedPart.BEGIN + "\n\nold\n\n" + GeneratedPart.END + "\n\n## By hand\n";

    @Test
    void what_is_written_by_hand_stays() {
        String replaced = GeneratedPart.replaced(DOCUMENT, "new\n");

        assertThat(replaced)
                .startsWith("# Title\n")
                .endsWith("## By hand\n")
                .contains("new")
                .doesNotContain("old");
    }

    @Test
    void replacing_twice_is_replacing_once() {
        String once = GeneratedPart.replaced(DOCUMENT, "new");

        assertThat(GeneratedPart.replaced(once, "new")).isEqualTo(once);
    }

    @Test
    void a_document_without_marks_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedPart.replaced("# Title\n", "new"))
                .withMessageContaining(GeneratedPart.BEGIN);
    }
}
