package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desktop as it is installed: from jars, with a cache that the JVM made ahead of time (JEP 483, 514), and with
 * settings and data of an earlier run. All of it is made when it is first needed, and once.
 */
final class Installation {

    static final String MAIN = "dev.liveticker.desktop.app.Main";

    /** What it says when its window is painted with what is in it, before the milliseconds since the JVM began. */
    static final String FILLED = "filled after ";

    /** What it says of its first price, likewise. */
    static final String LIVE = "live after ";

    /** The JVM keeps little heap for later (decision 18). */
    private static final List<String> LITTLE_SPARE_HEAP = List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20");

    /** Where the kernel says whether it gives memory in large pages, which an installed desktop then asks for. */
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    /** As the training of an installed desktop does (see Training in jpackage). */
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    /** By then the built-in server has made up its past and put it on the disk. */
    private static final int FIRST_RUN_SECONDS = 40;

    /** The JVM writes the cache when it ends. */
    private static final int TRAINING_SECONDS = 300;

    private final Map<Display, Path> configs = new EnumMap<>(Display.class);
    private final Map<Display, Path> caches = new EnumMap<>(Display.class);
    private @Nullable String classPath;

    /** Every jar, JavaFX among them. */
    String classPath() throws IOException {
        String made = classPath;
        if (made == null) {
            // Not again: the JVM goes on with a cache only as long as the jars are the same.
            made = InstalledJars.classPath();
            classPath = made;
        }
        return made;
    }

    /** Settings and data of earlier runs on this display. */
    Path config(Display display) throws IOException {
        Path known = configs.get(display);
        if (known != null) {
            return known;
        }
        Path config = Files.createDirectories(directory(display).resolve("config"));
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

    /** Flags of an installed desktop (see jpackage/pom.xml, and StartScript there). */
    List<String> cached(Display display) throws IOException {
        List<String> flags = new ArrayList<>(cachedWithUsualHeap(display));
        flags.addAll(LITTLE_SPARE_HEAP);
        if (Files.exists(HUGE_PAGES) && !Files.readString(HUGE_PAGES).contains("[never]")) {
            flags.add("-XX:+UseTransparentHugePages");
        }
        return flags;
    }

    /**
     * Flags with which the JVM goes on from a cache, which a start like those that are measured has filled, and which
     * leave the heap to it. Without a cache that fits it would refuse to run.
     */
    List<String> cachedWithUsualHeap(Display display) throws IOException {
        Path known = caches.get(display);
        if (known == null) {
            Path cache = directory(display).resolve("desktop.aot");
            Files.deleteIfExists(cache);
            List<String> flags = new ArrayList<>(WITHOUT_PROFILES);
            flags.add("-XX:AOTCacheOutput=" + cache);
            flags.addAll(measured(config(display)));
            try (OpenDisplay open = OpenDisplay.of(display);
                    DesktopProcess training =
                            DesktopProcess.start(open, flags, classPath(), MAIN, List.of(), "desktop-training")) {
                int code = training.end(TRAINING_SECONDS);
                if (code != 0 || !Files.exists(cache)) {
                    throw new IOException("no AOT cache was made"
                            + training.lastComplaint().map(line -> ": " + line).orElse(""));
                }
            }
            caches.put(display, cache);
            known = cache;
        }
        return List.of(
                "-XX:AOTCache=" + known,
                "-XX:AOTMode=on",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-AOTReplayTraining",
                "-XX:TieredStopAtLevel=1");
    }

    /** Flags of a start that ends when it has told how long it took. */
    static List<String> measured(Path config) {
        return List.of("-Dliveticker.exit-when-live=0", "-Dliveticker.config=" + config);
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

    private static Path directory(Display display) throws IOException {
        return Files.createDirectories(Workbench.OUTPUT
                .resolve("installed-" + display.name().toLowerCase(Locale.ROOT))
                .toAbsolutePath());
    }
}
