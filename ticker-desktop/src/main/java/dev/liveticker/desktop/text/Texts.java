package dev.liveticker.desktop.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every sentence the desktop shows, from its resource bundle. Safe in any thread. */
public final class Texts {

    /** Where the bundle lies on the class path. */
    public static final String BUNDLE = "dev.liveticker.desktop.text.texts";

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(BUNDLE);

    private Texts() {}

    /** @throws java.util.MissingResourceException if the bundle has no such key */
    public static String of(String key) {
        return TEXTS.getString(key);
    }

    /**
     * A text with what it speaks of filled in. Numbers are passed already written, so that this class need not know
     * how.
     *
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public static String of(String key, Object... values) {
        return new MessageFormat(TEXTS.getString(key), Locale.getDefault(Locale.Category.FORMAT)).format(values);
    }
}
