package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.KeptFile;
import java.nio.file.Path;
import java.time.InstantSource;

/** The file the settings live in. For one thread. */
public final class SettingsFile extends KeptFile<Settings> {

    /** @param clock names a file that is set aside */
    public SettingsFile(Path directory, InstantSource clock) {
        super(directory.resolve("settings.json"), new SettingsForm(), clock);
    }
}
