package dev.liveticker.desktop.settings;

/**
 * What the desktop looks like.
 *
 * @param textScale size of all text, and of what holds it, against the usual; {@value #LEAST_TEXT_SCALE} to
 *     {@value #MOST_TEXT_SCALE}
 * @param flash whether a tick shows for a moment
 * @param tape whether the ticker tape runs
 * @param tapeSpeed of the tape, in pixels of usual text size a second; {@value #LEAST_TAPE_SPEED} to
 *     {@value #MOST_TAPE_SPEED}
 */
public record Appearance(
        ThemeChoice theme,
        TickColours colours,
        Language language,
        double textScale,
        boolean flash,
        boolean tape,
        double tapeSpeed) {

    public static final double LEAST_TEXT_SCALE = 0.8;
    public static final double MOST_TEXT_SCALE = 2.0;
    public static final double LEAST_TAPE_SPEED = 10;
    public static final double MOST_TAPE_SPEED = 300;

    public Appearance {
        textScale = Math.clamp(textScale, LEAST_TEXT_SCALE, MOST_TEXT_SCALE);
        tapeSpeed = Math.clamp(tapeSpeed, LEAST_TAPE_SPEED, MOST_TAPE_SPEED);
    }

    static Appearance defaults() {
        return new Appearance(ThemeChoice.SYSTEM, TickColours.GREEN_UP, Language.SYSTEM, 1, true, false, 40);
    }

    public Appearance withTheme(ThemeChoice newTheme) {
        return new Appearance(newTheme, colours, language, textScale, flash, tape, tapeSpeed);
    }

    public Appearance withColours(TickColours newColours) {
        return new Appearance(theme, newColours, language, textScale, flash, tape, tapeSpeed);
    }

    public Appearance withLanguage(Language newLanguage) {
        return new Appearance(theme, colours, newLanguage, textScale, flash, tape, tapeSpeed);
    }

    public Appearance withTextScale(double newScale) {
        return new Appearance(theme, colours, language, newScale, flash, tape, tapeSpeed);
    }

    public Appearance withFlash(boolean newFlash) {
        return new Appearance(theme, colours, language, textScale, newFlash, tape, tapeSpeed);
    }

    public Appearance withTape(boolean newTape) {
        return new Appearance(theme, colours, language, textScale, flash, newTape, tapeSpeed);
    }

    public Appearance withTapeSpeed(double newSpeed) {
        return new Appearance(theme, colours, language, textScale, flash, tape, newSpeed);
    }
}
