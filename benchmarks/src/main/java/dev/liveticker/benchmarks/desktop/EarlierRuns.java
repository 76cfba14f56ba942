package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Settings and data that a desktop was left with, as most starts find some. Made when they are first needed, once. */
final class EarlierRuns {

    static final String MAIN = "dev.liveticker.desktop.app.Main";

    /** By then the built-in server has made up its past and put it on the disk. */
    private static final int FIRST_RUN_SECONDS = 40;

    private final Map<Display, Path> configs = new EnumMap<>(Display.class);

    /** Their directory for this display, where the window stood. */
    Path config(Display display) throws IOException {
        Path known = configs.get(display);
        if (known != null) {
            return known;
        }
        Path config = Files.createDirectories(Workbench.OUTPUT
                .resolve("earlier-" + display.name().toLowerCase(Locale.ROOT))
                .toAbsolutePath());
        if (!Files.exists(config.resolve("server"))) {
            List<String> arguments = List.of("--config", config.toString());
            try (DesktopProcess first =
                    DesktopProcess.start(display, classPath(), MAIN, arguments, "desktop-first-run")) {
                first.run(FIRST_RUN_SECONDS);
            }
        }
        configs.put(display, config);
        return config;
    }

    /** The desktop's and JavaFX's as they are in the build. */
    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** The last line of its log; empty if there is none. */
    Optional<String> lastLogged(Display display) throws IOException {
        Path log = config(display).resolve("live-ticker.log");
        if (!Files.exists(log)) {
            return Optional.empty();
        }
        return Files.readAllLines(log).reversed().stream()
                .filter(line -> !line.isBlank())
                .findFirst();
    }
}
