package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.liveticker.model.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ClientMessage.ListAlerts} with all alerts of the user. What changes later comes as {@link AlertSet}
 * and {@link AlertRemoved}.
 *
 * @param id the request's, if it had one
 * @param durable whether alerts and notifications outlast the server; otherwise they end with it
 * @param dropped how many notifications were dropped unacknowledged because too many waited; 0 if none was
 */
public record Alerts(
        @Nullable String id,
        List<Alert> alerts,
        boolean durable,
        @JsonInclude(Include.NON_DEFAULT) long dropped) implements ServerMessage {

    public Alerts {
        alerts = List.copyOf(Required.field(alerts, "alerts"));
    }
}
