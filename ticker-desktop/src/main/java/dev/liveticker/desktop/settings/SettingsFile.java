package dev.liveticker.desktop.settings;

import dev.liveticker.desktop.storage.FileVersion;
import dev.liveticker.desktop.storage.KeptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The file the settings live in. For one thread. */
public final class SettingsFile extends KeptFile<Settings> {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final String NAME = "settings.json";

    /** @param clock names a file that is set aside */
    public SettingsFile(Path directory, InstantSource clock) {
        super(directory.resolve(NAME), new SettingsForm(), clock);
    }

    /**
     * Whether the settings name a server, as a quick look at the file tells: it reads nothing else, and leaves what is
     * wrong with the file to {@link #load}. In any thread.
     */
    public static boolean namesServer(Path directory) {
        Path file = directory.resolve(NAME);
        try {
            return Files.exists(file)
                    && tree(Files.readAllBytes(file)) instanceof ObjectNode root
                    && FileVersion.of(root) <= new SettingsForm().version()
                    && root.path("server").isString();
        } catch (IOException | JacksonException e) {
            LOG.debug("{} cannot be looked at; whoever loads it says why", file, e);
            return false;
        }
    }
}
