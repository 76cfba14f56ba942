package dev.liveticker.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsSearchTest {

    private static final List<String> LINE = List.of("Schriftgröße", "Und die Größe von allem", "Darstellung");

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "schrift, true",
        "SCHRIFT, true",
        "grosse, true",
        "größe, true",
        "darstellung schrift, true",
        "'  schrift   allem ', true",
        "schrift tape, false",
        "farbe, false",
        ".*, false"
    })
    void every_word_typed_has_to_be_there_somewhere(String typed, boolean found) {
        assertThat(SettingsSearch.finds(typed, LINE)).isEqualTo(found);
    }
}
