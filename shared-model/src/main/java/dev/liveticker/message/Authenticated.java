package dev.liveticker.message;

import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ClientMessage.Authenticate}: the client is who it says.
 *
 * @param id the request's, if it had one
 * @param user who the token names
 * @param expires when the connection ends unless it is renewed: microseconds since the Unix epoch, UTC; absent for
 *     never
 */
public record Authenticated(
        @Nullable String id, String user, @Nullable Long expires) implements ServerMessage {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Authenticated {
        Required.field(user, "user");
    }
}
