package dev.liveticker.desktop.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTextTest {

    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);
    private final ParameterText text = new ParameterText(() -> 2.0);

    @AfterEach
    void writeAsBefore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 2.5 | 2.5",
                "en | 20  | 20",
                "en | 0.5 | 0.5",
                "de | 2,5 | 2.5",
                "de | 0,5 | 0.5",
            })
    void a_number_is_written_and_read_as_the_locale_has_it(String locale, String written, double value) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(locale));

        assertThat(text.toString(value)).isEqualTo(written);
        assertThat(text.fromString(written)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"en | 2,5", "de | 2.5", "en | two", "en | ''", "en | 1e1", "en | 3 4"})
    void what_is_no_number_or_could_be_another_leaves_the_value_as_it_was(String locale, String typed) {
        Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag(locale));

        assertThat(text.fromString(typed)).isEqualTo(2.0);
    }
}
