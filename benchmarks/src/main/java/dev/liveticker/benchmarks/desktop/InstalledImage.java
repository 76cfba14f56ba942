package dev.liveticker.benchmarks.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The program that people install, as {@code ./mvnw -Pdist package -DskipTests} leaves it for the packages to be made
 * of: its own Java, a start script, and a cache of classes.
 *
 * @param program the script
 */
record InstalledImage(Path program) {

    private static final Path MADE = Path.of("../jpackage/target/image/live-ticker/bin/live-ticker");

    /** The one of this build; empty if none was made, which is said. */
    static Optional<InstalledImage> made() {
        if (Files.isExecutable(MADE)) {
            return Optional.of(new InstalledImage(MADE.toAbsolutePath().normalize()));
        }
        System.out.println("  nothing is installed: ./mvnw -Pdist package -DskipTests -pl jpackage -am makes it");
        return Optional.empty();
    }
}
