package dev.liveticker.feed;

import java.io.IOException;
import java.time.Duration;

/** The server answers nothing for a while: it is overloaded, or was asked too much. */
public final class TryLaterException extends IOException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /**
     * @param message for people
     * @param retryAfter how long to wait at least before asking again; zero if the server did not say
     */
    public TryLaterException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long to wait at least before asking again; zero if the server did not say. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
