package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long it takes from the start of the process until a price stands on the screen: the desktop as it is installed,
 * from jars, with its own server in the same process and settings and data of an earlier run.
 */
record StartQuestion(int rounds) implements Question {

    private static final String MAIN = "dev.liveticker.desktop.app.Main";
    private static final String LIVE = "live after ";

    @Override
    public String title() {
        return "Start to first live price";
    }

    @Override
    public String meaning() {
        return "From the start of the process until the first price is painted, with the server in the same process and"
                + " the settings and data of an earlier run. Hoped for: under 1,500 ms.";
    }

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure("millis", "process start to first price, ms"),
                new Figure("jvmMillis", "of it since the JVM began, ms"));
    }

    @Override
    public Map<String, Double> ask(Display display) throws IOException {
        String classPath = InstalledJars.classPath();
        Path config = Files.createDirectories(
                Workbench.OUTPUT.resolve("start-" + display.name().toLowerCase(Locale.ROOT)));
        if (!Files.exists(config.resolve("server"))) {
            start(display, classPath, config);
        }
        return start(display, classPath, config);
    }

    private static Map<String, Double> start(Display display, String classPath, Path config) throws IOException {
        List<String> arguments =
                List.of("--exit-when-live", "--config", config.toAbsolutePath().toString());
        long startedAt = System.nanoTime();
        try (DesktopProcess process = DesktopProcess.start(display, classPath, MAIN, arguments, "desktop-start")) {
            String said = process.after(LIVE).orElseThrow(() -> new IOException("the desktop ended without a price"));
            long millis = (System.nanoTime() - startedAt) / 1_000_000;
            double sinceJvm = Double.parseDouble(said.replaceAll("[^0-9]", ""));
            // The X server is started by the same command and takes longer than the desktop; users have one running.
            return Map.of("millis", display == Display.XVFB ? Double.NaN : millis, "jvmMillis", sinceJvm);
        }
    }
}
