package dev.liveticker.benchmarks.desktop;

import dev.liveticker.benchmarks.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has the desktop take every picture of the user guide, light and dark, or a tour of all its screens. */
@Command(
        name = "pictures",
        mixinStandardHelpOptions = true,
        description = "Makes the pictures of docs/images/guide with the desktop itself.")
public final class Pictures implements Callable<Integer> {

    private static final String MAIN = "dev.liveticker.desktop.app.Main";
    private static final int SECONDS = 90;

    @Option(names = "--tour", description = "every screen small, large and at 200 % instead, into target/tour")
    private boolean tour;

    @Option(names = "--only", description = "only pictures whose name contains this")
    private @Nullable String only;

    @Option(names = "--output", description = "the folder; by default docs/images/guide")
    private @Nullable Path output;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Pictures()).execute(args));
    }

    /** @return 1 if a picture could not be taken */
    @Override
    public Integer call() throws IOException {
        Path folder =
                output != null ? output : tour ? Path.of("target", "tour") : Path.of("..", "docs", "images", "guide");
        Files.createDirectories(folder);
        Files.createDirectories(Workbench.OUTPUT);
        List<String> missing = new ArrayList<>();
        for (Picture picture : tour ? Picture.ofTour() : Picture.ofGuide()) {
            if (only == null || picture.name().contains(only)) {
                for (String theme : List.of("light", "dark")) {
                    Path file = folder.resolve(picture.name() + "-" + theme + ".png");
                    boolean taken = take(picture, file, theme);
                    System.out.println((taken ? "taken: " : "not taken: ") + file);
                    if (!taken) {
                        missing.add(file.toString());
                    }
                }
            }
        }
        if (!missing.isEmpty()) {
            System.out.println("Not taken (why: " + Workbench.complaints("pictures") + "): " + missing);
        }
        return missing.isEmpty() ? 0 : 1;
    }

    private static boolean take(Picture picture, Path file, String theme) throws IOException {
        try (DesktopProcess desktop = DesktopProcess.start(
                Display.HEADLESS,
                System.getProperty("java.class.path"),
                MAIN,
                picture.options(file.toAbsolutePath().toString(), theme),
                "pictures")) {
            return desktop.end(SECONDS) == 0;
        }
    }
}
