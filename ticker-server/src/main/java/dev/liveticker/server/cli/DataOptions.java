package dev.liveticker.server.cli;

import dev.liveticker.model.Interval;
import dev.liveticker.server.archive.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where what must not be lost is kept, and for how long. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep price alerts, unacknowledged notifications, bars and newest prices in this directory,"
                    + " which is made if it is not there, and go on with them (default: in memory, until the server"
                    + " stops).")
    private @Nullable Path directory;

    @Option(
            names = "--keep-bars",
            paramLabel = "INTERVAL=TIME",
            split = ",",
            converter = {IntervalReader.class, Lifetime.class},
            description = "How long bars are kept there, such as 1m=7d,1h=400d; a number and s, m, h or d, at least 2d"
                    + " (default: 1m=30d,5m=90d,15m=365d,1h=365d,1d=3650d).")
    private Map<Interval, Duration> kept = Map.of();

    /** Absent for memory. */
    @Nullable
    Path directory() {
        return directory;
    }

    /** @throws IllegalArgumentException if a time is too short; the message says which */
    Retention retention() {
        try {
            return Retention.usual().with(kept);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--keep-bars: " + e.getMessage(), e);
        }
    }
}
