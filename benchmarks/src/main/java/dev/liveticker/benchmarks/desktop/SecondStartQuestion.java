package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long it takes until a desktop that is started beside another one has called that to the front and ended. */
record SecondStartQuestion(int rounds) implements Question {

    private static final String MAIN = "dev.liveticker.desktop.app.Main";
    private static final String CALL = "instance.call";
    private static final int SECONDS = 60;
    private static final int SETTLED_SECONDS = 8;

    @Override
    public String title() {
        return "A second start";
    }

    @Override
    public String meaning() {
        return "The desktop is started while it runs already: from the start of the second process until the first one"
                + " has come to the front and the second one has ended. Hoped for: within 1,000 ms.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("soon", "while the first one is still starting, ms"),
                new Figure("later", "when it is live, ms"));
    }

    @Override
    public Map<String, Double> ask(Display display) throws IOException {
        String classPath = InstalledJars.classPath();
        Path config = Files.createDirectories(Workbench.OUTPUT
                .resolve("second-" + display.name().toLowerCase(Locale.ROOT))
                .toAbsolutePath());
        Files.deleteIfExists(config.resolve(CALL));
        List<String> arguments = List.of("--config", config.toString());
        try (DesktopProcess first = DesktopProcess.start(display, classPath, MAIN, arguments, "desktop-first")) {
            await(config);
            double soon = secondStart(classPath, arguments);
            first.run(SETTLED_SECONDS);
            double later = secondStart(classPath, arguments);
            return Map.of("soon", soon, "later", later);
        }
    }

    /** It opens no window and so needs no display of its own. */
    private static double secondStart(String classPath, List<String> arguments) throws IOException {
        long startedAt = System.nanoTime();
        try (DesktopProcess second =
                DesktopProcess.start(Display.HEADLESS, classPath, MAIN, arguments, "desktop-second")) {
            int code = second.end(SECONDS);
            if (code != 0) {
                throw new IOException("the second start ended with " + code);
            }
            return (System.nanoTime() - startedAt) / 1e6;
        }
    }

    private static void await(Path config) throws IOException {
        try (WatchService watch = FileSystems.getDefault().newWatchService()) {
            config.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(config.resolve(CALL))) {
                WatchKey key = watch.poll(SECONDS, TimeUnit.SECONDS);
                if (key == null) {
                    throw new IOException("the first start did not get as far as " + config.resolve(CALL));
                }
                key.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
