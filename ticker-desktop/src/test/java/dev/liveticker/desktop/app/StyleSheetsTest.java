package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleSheetsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    -fx-font-size: 13px;               | 2    | -fx-font-size: 26px;
                    -fx-padding: 5.5px 10px;           | 1.5  | -fx-padding: 8.25px 15px;
                    -fx-translate-y: -14px;            | 1.25 | -fx-translate-y: -17.5px;
                    -fx-background-insets: 0, 1px 2px; | 2    | -fx-background-insets: 0, 1px 2px;
                    -fx-padding: 0 1em;                | 2    | -fx-padding: 0 1em;
                    -fx-pad: 10px;                     | 0.8  | -fx-pad: 8px;
                    .top-10px > .a3px { -a: #123456; } | 2    | .top-10px > .a3px { -a: #123456; }
                    """)
    void lengths_grow_and_shrink_but_lines_stay(String css, double scale, String expected) {
        assertThat(StyleSheets.scaledText(css, scale)).isEqualTo(expected);
    }

    @Test
    void at_the_usual_size_a_style_sheet_is_itself() {
        assertThat(StyleSheets.scaled("file:/any.css", 1)).isEqualTo("file:/any.css");
    }

    @Test
    void the_theme_grows_too() {
        String address = StyleSheets.scaled(new PrimerDark().getUserAgentStylesheet(), 2);

        assertThat(address).startsWith("data:text/css;");
        String css = new String(
                Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)), StandardCharsets.UTF_8);
        assertThat(css).contains("-fx-font-size: 28px").doesNotContain("-fx-font-size: 14px");
    }
}
