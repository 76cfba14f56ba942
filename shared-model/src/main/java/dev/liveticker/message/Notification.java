package dev.liveticker.message;

import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something for one user alone, sent again on every new connection until acknowledged.
 *
 * @param id never given to another notification
 * @param kind {@code alert} where an alert fired
 * @param alert the id of the alert that fired, where one did
 * @param text for people
 * @param price that made it fire
 * @param time microseconds since the Unix epoch, UTC
 */
public record Notification(
        String id,
        String user,
        String kind,
        @Nullable String alert,
        @Nullable Symbol symbol,
        String text,
        @Nullable BigDecimal price,
        long time)
        implements ServerMessage {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Notification {
        Required.field(id, "id");
        Required.field(user, "user");
        Required.field(kind, "kind");
        Required.field(text, "text");
    }
}
