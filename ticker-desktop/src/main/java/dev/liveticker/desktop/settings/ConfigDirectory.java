package dev.liveticker.desktop.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where each operating system wants a program's settings. */
public final class ConfigDirectory {

    private static final String NAME = "live-ticker";

    private ConfigDirectory() {}

    /** The one of this user on this machine. */
    public static Path ofUser() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /**
     * @param os the system property {@code os.name}
     * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories: a relative
     *     {@code XDG_CONFIG_HOME} counts as none</a>
     */
    static Path of(Map<String, String> environment, String os, Path home) {
        String system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            return (roaming.isBlank() ? home.resolve("AppData").resolve("Roaming") : Path.of(roaming))
                    .resolve("Live Ticker");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Live Ticker");
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (xdg.startsWith("/") ? Path.of(xdg) : home.resolve(".config")).resolve(NAME);
    }
}
