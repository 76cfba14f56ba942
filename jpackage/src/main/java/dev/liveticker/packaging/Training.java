package dev.liveticker.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Has the program that was put together run once, and keeps what the Java runtime learns of it, so that it starts
 * faster ever after (JEP 483, 514): {@code Training IMAGE LAUNCHER APP RUNTIME TIME}. It opens its window, without a
 * display, until a little after prices show; twice, since nearly every start finds what one before it has kept, and the
 * second is learnt from.
 *
 * <p>The runtime believes the cache only as long as class path, runtime and the time stamps of both are those of the
 * training. That is why every file gets its final time first, and why nothing may be changed after this.
 */
final class Training {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** What comes after the first price is learnt too, such as the reading of bars. */
    private static final Duration LINGERING = Duration.ofSeconds(4);

    /** As a window that was moved leaves them. */
    private static final String SETTINGS = """
            {"version": 1, "window": {"x": 100, "y": 100, "width": 1280, "height": 800, "divider": 0.57}}
            """;

    /** No profiles of methods: in a start with the first compiler alone they have too much compiled (decision 17). */
    private static final List<String> WITHOUT_PROFILES =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining");

    private static final String CACHE = "app.aot";

    /**
     * What has the cache used, without a word where it cannot be, and without looking in it for the profiles left out.
     */
    private static final List<String> USING = List.of(
            "-XX:AOTCache=$APPDIR/" + CACHE,
            "-Xlog:aot*=off,cds*=off",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining");

    private final Path image;
    private final Path launcher;
    private final Path app;
    private final Path runtime;
    private final Instant time;

    private Training(Path image, Path launcher, Path app, Path runtime, Instant time) {
        this.image = image;
        this.launcher = launcher;
        this.app = app;
        this.runtime = runtime;
        this.time = time;
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        new Training(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Path.of(arguments[1]).toAbsolutePath(),
                        Path.of(arguments[2]).toAbsolutePath(),
                        Path.of(arguments[3]).toAbsolutePath(),
                        Instant.parse(arguments[4]))
                .train();
    }

    private void train() throws IOException, InterruptedException {
        Path config = StartScript.configIn(app);
        List<String> lines = Files.readAllLines(config);
        Files.write(config, sorted(lines));
        Directories.stamp(image, time);
        Path cache = app.resolve(CACHE);
        run(cache);
        if (!Files.isRegularFile(cache)) {
            throw new IOException("the training left no " + cache);
        }
        // Needed to write the cache, and for nothing else.
        Directories.delete(runtime.resolve("bin"));
        Files.write(config, using(Files.readAllLines(config)));
        Directories.stamp(image, time);
    }

    /** The class path in one order on every machine: the launcher's jar first, as it was, then the others by name. */
    static List<String> sorted(List<String> config) {
        List<String> entries = config.stream()
                .filter(line -> line.startsWith("app.classpath="))
                .toList();
        List<String> rest = entries.stream().skip(1).sorted().toList();
        List<String> sorted = new ArrayList<>();
        for (String line : config) {
            if (!line.startsWith("app.classpath=")) {
                sorted.add(line);
            } else if (line.equals(entries.getFirst())) {
                sorted.add(line);
                sorted.addAll(rest);
            }
        }
        return sorted;
    }

    /** With the options that have the cache used. */
    static List<String> using(List<String> config) {
        List<String> lines = new ArrayList<>(config);
        lines.addAll(
                lines.indexOf("[JavaOptions]") + 1,
                USING.stream().map(option -> "java-options=" + option).toList());
        return lines;
    }

    private void run(Path cache) throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("live-ticker-training");
        try {
            start(scratch, List.of());
            // A person has moved the window once; here nobody can, and nothing is kept.
            Files.writeString(scratch.resolve("config/settings.json"), SETTINGS);
            List<String> learning = new ArrayList<>(WITHOUT_PROFILES);
            learning.add("-XX:AOTCacheOutput=" + cache);
            start(scratch, learning);
        } finally {
            Directories.delete(scratch);
        }
    }

    private void start(Path scratch, List<String> learning) throws IOException, InterruptedException {
        Path said = scratch.resolve("said");
        List<String> options = new ArrayList<>(List.of(
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "-Dliveticker.exit-when-live=" + LINGERING.toMillis()));
        options.addAll(learning);
        ProcessBuilder training = new ProcessBuilder(
                        launcher.toString(),
                        "--config",
                        scratch.resolve("config").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        training.environment().put("JAVA_TOOL_OPTIONS", String.join(" ", options));
        training.environment().remove("_JAVA_OPTIONS");
        Stream.of(StartScript.WINDOW_SYSTEM, StartScript.WITHOUT_BUS)
                .flatMap(List::stream)
                .forEach(variable -> training.environment().put(variable.getKey(), variable.getValue()));
        Process process = training.start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            // Until it is gone: it writes where everything is deleted after.
            process.destroyForcibly().waitFor();
        }
        if (!ended || process.exitValue() != 0) {
            throw new IOException("the training " + (ended ? "failed with " + process.exitValue() : "did not end")
                    + ": " + Files.readString(said));
        }
    }
}
