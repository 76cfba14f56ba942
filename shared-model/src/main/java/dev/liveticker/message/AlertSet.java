package dev.liveticker.message;

import dev.liveticker.model.Alert;

/** An alert of the user as it now is: set anew, changed or fired. Answers {@link ClientMessage.SetAlert}, too. */
public record AlertSet(Alert alert) implements ServerMessage {

    /** @throws IllegalArgumentException if the alert is missing */
    public AlertSet {
        Required.field(alert, "alert");
    }
}
