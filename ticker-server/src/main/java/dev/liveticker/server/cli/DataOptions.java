package dev.liveticker.server.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what must not be lost is kept. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep price alerts and unacknowledged notifications in this directory, which is made if it is"
                    + " not there (default: in memory, until the server stops).")
    private @Nullable Path directory;

    /** Absent for memory. */
    @Nullable
    Path directory() {
        return directory;
    }
}
