package dev.liveticker.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every sentence the desktop shows, from its resource bundle. Safe in any thread. */
public final class Texts {

    /** Where the bundle lies on the class path. */
    public static final String BUNDLE = "dev.liveticker.desktop.text.texts";

    /** Who speaks a language that is not there is spoken to in English, and not in the language of the machine. */
    private static final ResourceBundle.Control NO_OTHER =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static volatile ResourceBundle texts = in(Locale.getDefault(Locale.Category.DISPLAY));

    private Texts() {}

    /** What is asked for from now on is in this language, or in English if there is no translation. */
    public static void speak(Locale language) {
        texts = in(language);
    }

    /** @throws java.util.MissingResourceException if the bundle has no such key */
    public static String of(String key) {
        return texts.getString(key);
    }

    /**
     * A text with what it speaks of filled in. Whole numbers are written as the locale does; others are passed already
     * written, since a text cannot know with how many decimals.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public static String of(String key, Object... values) {
        return new MessageFormat(texts.getString(key), Locale.getDefault(Locale.Category.FORMAT)).format(values);
    }

    /** The texts in a language; English ones where there is no translation. */
    static ResourceBundle in(Locale language) {
        return ResourceBundle.getBundle(BUNDLE, language, NO_OTHER);
    }
}
