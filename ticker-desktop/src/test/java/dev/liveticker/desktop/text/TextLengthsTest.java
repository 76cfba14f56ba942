package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLengthsTest {

    private final List<String> measured = new ArrayList<>();
    private final TextLengths lengths = new TextLengths(text -> {
        measured.add(text);
        return text.length() * 5.5;
    });

    @Test
    void numbers_of_the_same_length_are_measured_once_and_lengths_are_whole() {
        assertThat(lengths.of("189.25")).isEqualTo(33);
        assertThat(lengths.of("402.10")).isEqualTo(33);
        assertThat(lengths.of("+1.2%")).isEqualTo(28);

        assertThat(measured).containsExactly("000.00", "+0.0%");
    }

    @Test
    void what_was_measured_is_not_kept_for_ever() {
        for (int i = 0; i < 1_000; i++) {
            lengths.of("x".repeat(i));
        }
        lengths.of("");

        assertThat(measured).hasSize(1_001);
    }
}
