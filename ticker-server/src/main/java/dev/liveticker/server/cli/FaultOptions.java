package dev.liveticker.server.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether it may be made to do things wrong. */
final class FaultOptions {

    @Option(
            names = "--faults",
            negatable = true,
            description =
                    "Let faults be asked for at /v1/faults, to test clients with, or not (default: only where this"
                            + " machine alone can reach it).")
    private @Nullable Boolean faults;

    /** @param loopback whether this machine alone can reach the server */
    boolean allowed(boolean loopback) {
        return faults == null ? loopback : faults;
    }
}
