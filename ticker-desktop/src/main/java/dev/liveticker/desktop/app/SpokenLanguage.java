package dev.liveticker.desktop.app;

import dev.liveticker.desktop.settings.Language;
import dev.liveticker.desktop.text.Texts;
import java.util.Locale;
import java.util.Optional;

/**
 * The language the desktop speaks. Where it is the system's, numbers and dates are written as the system has them,
 * which may be another country's than its words. Where a person chose a language, they are written in it too, as in the
 * system's country: a sentence does not change its language in the middle.
 */
final class SpokenLanguage {

    /** What the system says, before anybody chooses. */
    private static final Locale WORDS = Locale.getDefault(Locale.Category.DISPLAY);

    private static final Locale NUMBERS = Locale.getDefault(Locale.Category.FORMAT);

    private SpokenLanguage() {}

    /** Speaks it from now on, the toolkit's own words included. Before anything is shown. */
    static void choose(Language language) {
        Optional<Locale> chosen = language.locale();
        Locale words = chosen.orElse(WORDS);
        Locale.setDefault(words);
        Locale.setDefault(
                Locale.Category.FORMAT, chosen.map(SpokenLanguage::numbers).orElse(NUMBERS));
        Texts.speak(words);
    }

    /** How numbers are written in a language, in the country of the system. */
    static Locale numbers(Locale words) {
        return words.getLanguage().equals(NUMBERS.getLanguage())
                ? NUMBERS
                : new Locale.Builder()
                        .setLanguage(words.getLanguage())
                        .setRegion(NUMBERS.getCountry())
                        .build();
    }
}
