package dev.liveticker.message;

import org.jspecify.annotations.Nullable;

/**
 * The {@code error} message: what the client asked for cannot be done.
 *
 * @param code for programs, such as {@code malformed} or {@code unknown_type}
 * @param message for people; holds nothing of the server's internals
 * @param id of the request it answers, if that had one
 * @param retryAfterMillis how long to wait before trying again, where that helps
 */
public record Failure(
        String code,
        String message,
        @Nullable String id,
        @Nullable Long retryAfterMillis) implements ServerMessage {

    /** The code of what the server did not hear, since the client said too much. */
    public static final String RATE_LIMITED = "rate_limited";

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Failure {
        Required.field(code, "code");
        Required.field(message, "message");
    }
}
