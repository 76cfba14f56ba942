package dev.liveticker.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.settings.Language;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpokenLanguageTest {

    private final Locale numbersBefore = Locale.getDefault(Locale.Category.FORMAT);

    @AfterEach
    void speakAsBefore() {
        SpokenLanguage.choose(Language.SYSTEM);
    }

    @Test
    void a_chosen_language_writes_its_numbers_too() {
        SpokenLanguage.choose(Language.GERMAN);

        assertThat(Texts.of("settings.done")).isEqualTo("Fertig");
        assertThat(PriceFormat.of(2).price(new BigDecimal("1234.5"))).isEqualTo("1.234,50");
        assertThat(Locale.getDefault(Locale.Category.FORMAT).getCountry()).isEqualTo(numbersBefore.getCountry());
    }

    @Test
    void without_a_choice_it_is_as_the_system_has_it() {
        SpokenLanguage.choose(Language.GERMAN);
        SpokenLanguage.choose(Language.SYSTEM);

        assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(numbersBefore);
    }

    @Test
    void who_writes_numbers_in_that_language_already_keeps_the_country() {
        assertThat(SpokenLanguage.numbers(Locale.of(numbersBefore.getLanguage())))
                .isEqualTo(numbersBefore);
    }
}
