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

    private static final String COMPLAINTS = "pictures";

    @Option(names = "--tour", description = "every screen small, large and at 200 % instead, into target/tour")
    private boolean tour;

    @Option(names = "--only", description = "only pictures whose name contains this")
    private String only = "";

    @Option(names = "--language", description = "en, or de for the German ones, whose names say so")
    private String language = "en";

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
        List<Picture> wanted = (tour ? Picture.ofTour() : Picture.ofGuide())
                .stream().filter(picture -> picture.name().contains(only)).toList();
        List<Path> missing = new ArrayList<>();
        for (String theme : List.of("light", "dark")) {
            for (Sitting sitting : Sitting.of(wanted, theme, language, folder)) {
                List<Path> failed = sitting.take(COMPLAINTS);
                missing.addAll(failed);
                System.out.printf(
                        "%s, %s, text %.0f %%: %d pictures%n",
                        theme,
                        sitting.setting().size(),
                        100 * sitting.setting().textScale(),
                        sitting.files().size() - failed.size());
            }
        }
        if (!missing.isEmpty()) {
            System.out.println("Not taken (why: " + Workbench.complaints(COMPLAINTS) + "): " + missing);
        }
        return missing.isEmpty() ? 0 : 1;
    }
}
