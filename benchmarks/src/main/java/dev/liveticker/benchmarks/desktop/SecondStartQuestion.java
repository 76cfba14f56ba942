package dev.liveticker.benchmarks.desktop;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How long it takes until a desktop that is started beside another one has called that to the front and ended. */
record SecondStartQuestion(int rounds, EarlierRuns earlier) implements Question {

    private static final String CALL = "instance.call";
    private static final String SECOND = "desktop-second";
    private static final int SECONDS = 60;
    private static final int SETTLED_SECONDS = 8;

    @Override
    public String title() {
        return "A second start";
    }

    @Override
    public String meaning() {
        return "The desktop is started while it runs already: from the start of the second process until the first one"
                + " has come to the front and the second one has ended; as run from the build, and as installed."
                + " Hoped for: within 1,000 ms.";
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
        Path config = earlier.config(display);
        Files.deleteIfExists(config.resolve(CALL));
        List<String> arguments = List.of("--config", config.toString());
        Optional<InstalledImage> image = InstalledImage.made();
        Launch build = open ->
                DesktopProcess.start(open, List.of(), EarlierRuns.classPath(), EarlierRuns.MAIN, arguments, SECOND);
        try (DesktopProcess first =
                DesktopProcess.start(display, EarlierRuns.classPath(), EarlierRuns.MAIN, arguments, "desktop-first")) {
            await(config);
            Map<String, Double> measured = new LinkedHashMap<>();
            measured.put("soon", secondStart(build));
            first.run(SETTLED_SECONDS);
            measured.put("later", secondStart(build));
            if (image.isPresent()) {
                measured.put(
                        "installed",
                        secondStart(open -> DesktopProcess.start(open, image.get(), List.of(), arguments, SECOND)));
            }
            return measured;
        }
    }

    /** It opens no window and so needs no display of its own. */
    private static double secondStart(Launch launch) throws IOException {
        long startedAt = System.nanoTime();
        try (OpenDisplay none = OpenDisplay.of(Display.HEADLESS);
                DesktopProcess second = launch.on(none)) {
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
