package dev.liveticker.benchmarks.soak;

import java.io.IOException;
import java.time.Duration;

/** The server will not have a client, for now. */
final class TurnedAwayException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Duration retryAfter;

    TurnedAwayException(String why, Duration retryAfter) {
        super(why);
        this.retryAfter = retryAfter;
    }

    /** How long to stay away at least. */
    Duration retryAfter() {
        return retryAfter;
    }
}
