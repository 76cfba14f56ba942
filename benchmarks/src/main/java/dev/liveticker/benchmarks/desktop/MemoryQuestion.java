package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.load.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much memory an installed desktop holds, its server included, once it has been open for a while.
 *
 * @param seconds so long
 */
record MemoryQuestion(int rounds, int seconds, EarlierRuns earlier) implements Question {

    /** The JVM's own choice, which an installed desktop narrows (decision 18). */
    private static final List<String> USUAL_HEAP = List.of("-XX:MinHeapFreeRatio=40", "-XX:MaxHeapFreeRatio=70");

    private static final double KIB_PER_MB = 1e6 / 1024;

    @Override
    public String title() {
        return "Memory";
    }

    @Override
    public String meaning() {
        return "Memory that the system has given to an installed desktop (resident, with what it shares with other"
                + " programs), its server in the same process, " + seconds + " s after its start with the settings and"
                + " data of an earlier run; with as much spare heap as the JVM keeps by itself, and as installed. Not"
                + " without a display: there JavaFX makes an object for every pixel that it shows, which leaves nothing"
                + " to be told of the desktop.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("usual", "with the JVM's usual spare heap, MB"),
                new Figure("installed", "as installed, MB"));
    }

    @Override
    public Map<String, Double> ask(Display display) throws IOException {
        if (display == Display.HEADLESS) {
            return Map.of();
        }
        Optional<InstalledImage> image = InstalledImage.made();
        if (image.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "usual", megabytes(display, image.get(), USUAL_HEAP),
                "installed", megabytes(display, image.get(), List.of()));
    }

    private double megabytes(Display display, InstalledImage image, List<String> flags) throws IOException {
        List<String> arguments =
                List.of("--no-hints", "--config", earlier.config(display).toString());
        try (OpenDisplay open = OpenDisplay.of(display);
                DesktopProcess process = DesktopProcess.start(open, image, flags, arguments, "desktop-memory")) {
            process.run(seconds);
            return new ServerProcess(process.pid()).residentKb() / KIB_PER_MB;
        }
    }
}
