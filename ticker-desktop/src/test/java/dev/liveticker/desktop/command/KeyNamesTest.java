package dev.liveticker.desktop.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeyNamesTest {

    @Test
    void keys_are_written_as_on_the_keyboard() {
        assertThat(KeyNames.of("Shortcut+K", false)).isEqualTo("Ctrl K");
        assertThat(KeyNames.of("Shortcut+Shift+M", false)).isEqualTo("Ctrl Shift M");
        assertThat(KeyNames.of("Shortcut+Comma", false)).isEqualTo("Ctrl ,");
        assertThat(KeyNames.of("Delete", false)).isEqualTo("Del");
        assertThat(KeyNames.of("Minus", false)).isEqualTo("\u2212");
        assertThat(KeyNames.of("F1", false)).isEqualTo("F1");
        assertThat(KeyNames.of("Home", false)).isEqualTo("Home");
    }

    @Test
    void a_german_keyboard_has_its_own_words() {
        Texts.speak(Locale.GERMAN);
        try {
            assertThat(KeyNames.of("Shortcut+1", false)).isEqualTo("Strg 1");
            assertThat(KeyNames.of("Home", false)).isEqualTo("Pos1");
            assertThat(KeyNames.of("End", false)).isEqualTo("Ende");
        } finally {
            Texts.speak(Locale.ENGLISH);
        }
    }

    @Test
    void a_mac_has_its_own_signs_in_their_own_order() {
        assertThat(KeyNames.of("Shortcut+K", true)).isEqualTo("\u2318K");
        assertThat(KeyNames.of("Shortcut+Shift+M", true)).isEqualTo("\u21e7\u2318M");
        assertThat(KeyNames.of("Alt+Shortcut+Left", true)).isEqualTo("\u2325\u2318\u2190");
    }

    @Test
    void the_list_of_keys_has_every_command_that_has_some_and_the_keys_of_controls_below() {
        Command find = Command.of("find", "Find", () -> {}, "F3", "F4");
        Command none = Command.of("none", "Without keys", () -> {});
        KeyNote note = new KeyNote("In the list", "Choose a row", List.of("Up", "Down"));

        ShortcutSheet sheet = ShortcutSheet.of(List.of(find, none), List.of(note));

        assertThat(sheet.sections())
                .containsExactly(
                        new ShortcutSheet.Section("Everywhere", List.of(new ShortcutSheet.Line("F3  F4", "Find"))),
                        new ShortcutSheet.Section(
                                "In the list", List.of(new ShortcutSheet.Line("\u2191  \u2193", "Choose a row"))));
    }
}
