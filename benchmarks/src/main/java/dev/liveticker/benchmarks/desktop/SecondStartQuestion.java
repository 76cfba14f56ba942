package dev.liveticker.benchmarks.desktop;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long it takes until a desktop that is started beside another one has called that to the front and ended. */
record SecondStartQuestion(int rounds, Installation installation) implements Question {

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
                + " has come to the front and the second one has ended; as run from the build, and as installed, with an"
                + " AOT cache. Hoped for: within 1,000 ms.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("soon", "while the first one is still starting, ms"),
                new Figure("later", "when it is live, ms"),
                new Figure("installed", "as installed, when it is live, ms"));
    }

    @Override
    public Map<String, Double> ask(Display display) throws IOException {
        String classPath = installation.classPath();
        List<String> cached = installation.cached(display);
        Path config = installation.config(display);
        Files.deleteIfExists(config.resolve(CALL));
        List<String> arguments = List.of("--config", config.toString());
        try (DesktopProcess first =
                DesktopProcess.start(display, classPath, Installation.MAIN, arguments, "desktop-first")) {
            await(config);
            double soon = secondStart(List.of(), arguments);
            first.run(SETTLED_SECONDS);
            double later = secondStart(List.of(), arguments);
            return Map.of("soon", soon, "later", later, "installed", secondStart(cached, arguments));
        }
    }

    /** It opens no window and so needs no display of its own. */
    private double secondStart(List<String> flags, List<String> arguments) throws IOException {
        String classPath = installation.classPath();
        long startedAt = System.nanoTime();
        try (OpenDisplay none = OpenDisplay.of(Display.HEADLESS);
                DesktopProcess second =
                        DesktopProcess.start(none, flags, classPath, Installation.MAIN, arguments, "desktop-second")) {
            int code = second.end(SECONDS);
            if (code != 0) {
                throw new IOException("the second start ended with " + code + ": "
                        + second.lastComplaint().orElse("it said nothing"));
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
