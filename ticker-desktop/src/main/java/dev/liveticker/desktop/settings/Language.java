package dev.liveticker.desktop.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The language of the desktop's own words. In force from the next start. */
public enum Language {
    /** The system's where there is a translation, English otherwise. */
    SYSTEM(""),
    ENGLISH("en"),
    GERMAN("de");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Its code of ISO 639-1, as on the command line; empty for the system's. */
    public String code() {
        return code;
    }

    /** The language itself, of no country; empty for the system's. */
    public Optional<Locale> locale() {
        return this == SYSTEM ? Optional.empty() : Optional.of(Locale.of(code));
    }

    /** The one with this code, which names a language. */
    public static Optional<Language> parse(String code) {
        return Arrays.stream(values())
                .filter(language -> language != SYSTEM && language.code.equals(code))
                .findFirst();
    }
}
