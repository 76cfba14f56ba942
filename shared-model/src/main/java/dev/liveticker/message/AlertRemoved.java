package dev.liveticker.message;

/** There is no alert of this id any more. Answers {@link ClientMessage.RemoveAlert}, too. */
public record AlertRemoved(String id) implements ServerMessage {

    /** @throws IllegalArgumentException if the id is missing */
    public AlertRemoved {
        Required.field(id, "id");
    }
}
