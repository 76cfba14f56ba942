package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A program that a test cannot do without. Where it is missing the test is skipped, but CI must have it. */
public final class InstalledProgram {

    private InstalledProgram() {}

    /** Whichever of these names is on the path first. */
    public static Path find(String... names) {
        List<Path> found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .toList();
        if (System.getenv("CI") != null) {
            assertThat(found).as("CI has " + names[0]).isNotEmpty();
        }
        assumeTrue(!found.isEmpty(), names[0] + " is installed");
        return found.getFirst();
    }

    /** A browser whose engine is Chromium's. */
    public static Path chromium() {
        return find("chromium", "chromium-browser", "google-chrome");
    }
}
