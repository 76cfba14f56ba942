package dev.liveticker.desktop.settings;

import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;

/** One of the settings: holds what is in force, and puts in force what it is set to. Belongs to the FX thread. */
final class Setting<T> extends SimpleObjectProperty<T> {

    /** @param write the settings with another value of this one */
    Setting(SettingsStore store, Function<Settings, T> read, BiFunction<Settings, T, Settings> write) {
        super(read.apply(store.settings().get()));
        store.settings().subscribe((Settings now) -> set(read.apply(now)));
        subscribe((before, wanted) -> store.change(settings -> write.apply(settings, wanted)));
    }
}
