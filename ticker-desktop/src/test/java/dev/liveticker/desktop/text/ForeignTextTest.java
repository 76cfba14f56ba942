package dev.liveticker.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ForeignTextTest {

    @Test
    void files_of_windows_and_of_spreadsheets_are_decoded() {
        String text = "\u00fc,\u20ac";
        assertThat(ForeignText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(ForeignText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(ForeignText.decode(text.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(text);
        assertThat(ForeignText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(text);
        assertThat(ForeignText.decode(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(text);
        assertThat(ForeignText.decode(new byte[0])).isEmpty();
    }

    @Test
    void of_a_text_of_others_a_message_quotes_the_beginning_in_one_line() {
        assertThat(ForeignText.excerpt("AAPL")).isEqualTo("AAPL");
        assertThat(ForeignText.excerpt("A\nB\u2028C")).isEqualTo("A B C");
        assertThat(ForeignText.excerpt("x".repeat(30))).isEqualTo("x".repeat(30));
        assertThat(ForeignText.excerpt("x".repeat(5_000_000))).isEqualTo("x".repeat(30) + '\u2026');
        assertThat(ForeignText.excerpt("x".repeat(29) + "\uD83D\uDCC8 up"))
                .as("not half of a character")
                .isEqualTo("x".repeat(29) + '\u2026');
    }
}
