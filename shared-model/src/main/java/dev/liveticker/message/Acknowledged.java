package dev.liveticker.message;

/**
 * A notification was acknowledged, here or on another device of the user, and will not come again. Answers
 * {@link ClientMessage.Acknowledge}, too.
 *
 * @param id the notification's
 */
public record Acknowledged(String id) implements ServerMessage {

    /** @throws IllegalArgumentException if the id is missing */
    public Acknowledged {
        Required.field(id, "id");
    }
}
