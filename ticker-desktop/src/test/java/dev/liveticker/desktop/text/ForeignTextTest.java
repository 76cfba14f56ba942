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
}
