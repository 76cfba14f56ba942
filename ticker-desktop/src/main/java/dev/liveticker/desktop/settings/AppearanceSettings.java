package dev.liveticker.desktop.settings;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;

/**
 * What the dialog changes of the looks; every change is in force at once. Belongs to the FX thread; needs no toolkit.
 */
public final class AppearanceSettings {

    private final SettingsStore store;
    private final ObjectProperty<ThemeChoice> theme;
    private final ObjectProperty<TickColours> colours;
    private final ObjectProperty<Language> language;
    private final ObjectProperty<Double> textScale;
    private final ObjectProperty<Boolean> flash;
    private final ObjectProperty<Boolean> tape;
    private final ObjectProperty<Double> tapeSpeed;

    AppearanceSettings(SettingsStore store) {
        this.store = store;
        theme = setting(Appearance::theme, Appearance::withTheme);
        colours = setting(Appearance::colours, Appearance::withColours);
        language = setting(Appearance::language, Appearance::withLanguage);
        textScale = setting(Appearance::textScale, Appearance::withTextScale);
        flash = setting(Appearance::flash, Appearance::withFlash);
        tape = setting(Appearance::tape, Appearance::withTape);
        tapeSpeed = setting(Appearance::tapeSpeed, Appearance::withTapeSpeed);
    }

    public ObjectProperty<ThemeChoice> theme() {
        return theme;
    }

    public ObjectProperty<TickColours> colours() {
        return colours;
    }

    /** Of words; in force from the next start. */
    public ObjectProperty<Language> language() {
        return language;
    }

    /** Against the usual size. */
    public ObjectProperty<Double> textScale() {
        return textScale;
    }

    public ObjectProperty<Boolean> flash() {
        return flash;
    }

    public ObjectProperty<Boolean> tape() {
        return tape;
    }

    /** In pixels of usual text size a second. */
    public ObjectProperty<Double> tapeSpeed() {
        return tapeSpeed;
    }

    private <T> Setting<T> setting(Function<Appearance, T> read, BiFunction<Appearance, T, Appearance> write) {
        return new Setting<>(
                store,
                now -> read.apply(now.appearance()),
                (now, wanted) -> now.withAppearance(write.apply(now.appearance(), wanted)));
    }
}
