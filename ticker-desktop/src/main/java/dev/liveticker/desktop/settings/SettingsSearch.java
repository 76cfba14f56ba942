package dev.liveticker.desktop.settings;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds a line of the settings by what is written in it. */
final class SettingsSearch {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SettingsSearch() {}

    /** Whether every word typed is in one of the texts, whatever its case or accents; nothing typed is in every one. */
    static boolean finds(String typed, List<String> texts) {
        String all = plain(String.join("\n", texts));
        return Arrays.stream(BLANKS.split(plain(typed.strip()), -1)).allMatch(all::contains);
    }

    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT).replace("\u00df", "ss");
    }
}
