package dev.liveticker.desktop.settings;

/** The language of the desktop's own words. In force from the next start. */
public enum Language {
    /** The system's where there is a translation, English otherwise. */
    SYSTEM,
    ENGLISH,
    GERMAN
}
