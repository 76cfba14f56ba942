package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something the server says. A client skips a type it does not know, so that servers can learn new ones. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.PROPERTY,
        property = "type",
        defaultImpl = ServerMessage.Unrecognized.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "welcome", value = Welcome.class),
    @JsonSubTypes.Type(name = "authenticated", value = Authenticated.class),
    @JsonSubTypes.Type(name = "subscribed", value = Subscribed.class),
    @JsonSubTypes.Type(name = "snapshot", value = Snapshot.class),
    @JsonSubTypes.Type(name = "quote", value = Quote.class),
    @JsonSubTypes.Type(name = "trade", value = Trade.class),
    @JsonSubTypes.Type(name = "bar", value = Bar.class),
    @JsonSubTypes.Type(name = "status", value = Status.class),
    @JsonSubTypes.Type(name = "notification", value = Notification.class),
    @JsonSubTypes.Type(name = "acknowledged", value = Acknowledged.class),
    @JsonSubTypes.Type(name = "alerts", value = Alerts.class),
    @JsonSubTypes.Type(name = "alertSet", value = AlertSet.class),
    @JsonSubTypes.Type(name = "alertRemoved", value = AlertRemoved.class),
    @JsonSubTypes.Type(name = "heartbeat", value = Heartbeat.class),
    @JsonSubTypes.Type(name = "pong", value = Pong.class),
    @JsonSubTypes.Type(name = "gap", value = Gap.class),
    @JsonSubTypes.Type(name = "error", value = Failure.class)
})
public sealed interface ServerMessage
        permits MarketEvent,
                Welcome,
                Authenticated,
                Subscribed,
                Snapshot,
                Notification,
                Acknowledged,
                Alerts,
                AlertSet,
                AlertRemoved,
                Heartbeat,
                Pong,
                Gap,
                Failure,
                ServerMessage.Unrecognized {

    /** A message of a type that this version does not know; only ever received. */
    record Unrecognized() implements ServerMessage {}
}
