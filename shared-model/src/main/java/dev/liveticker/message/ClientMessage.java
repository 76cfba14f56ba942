package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something a client asks of the server. Every {@code id} is the client's own and comes back in the answer. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.PROPERTY,
        property = "type",
        visible = true,
        defaultImpl = ClientMessage.Unrecognized.class)
@JsonSubTypes({
    @JsonSubTypes.Type(name = "subscribe", value = ClientMessage.Subscribe.class),
    @JsonSubTypes.Type(name = "unsubscribe", value = ClientMessage.Unsubscribe.class),
    @JsonSubTypes.Type(name = "ping", value = ClientMessage.Ping.class),
    @JsonSubTypes.Type(name = "authenticate", value = ClientMessage.Authenticate.class),
    @JsonSubTypes.Type(name = "setAlert", value = ClientMessage.SetAlert.class),
    @JsonSubTypes.Type(name = "listAlerts", value = ClientMessage.ListAlerts.class),
    @JsonSubTypes.Type(name = "removeAlert", value = ClientMessage.RemoveAlert.class),
    @JsonSubTypes.Type(name = "acknowledge", value = ClientMessage.Acknowledge.class)
})
public sealed interface ClientMessage {

    /** In {@code symbols}: all there are. */
    String ALL_SYMBOLS = "*";

    /** The highest {@code maxRate} there is; whoever wants more names none. */
    int MOST_RATE = 1_000_000;

    @Nullable
    String id();

    /**
     * Adds symbols to a channel. Asking twice is harmless; the newest {@code maxRate} of a symbol wins.
     *
     * @param symbols as the client writes them, or {@link #ALL_SYMBOLS} alone; what is no symbol is rejected, not fatal
     * @param interval which bars; one minute if absent
     * @param maxRate quotes (or open bars) a second and symbol at most: above 0 and up to {@link #MOST_RATE}, or absent
     *     for no limit
     * @param since where an interrupted stream is to go on: {@code EPOCH:SEQ}; anything else gets fresh snapshots
     */
    record Subscribe(
            @Nullable String id,
            Channel channel,
            List<String> symbols,
            @Nullable Interval interval,
            @Nullable Double maxRate,
            @Nullable String since)
            implements ClientMessage {

        public Subscribe {
            Required.field(channel, "channel");
            symbols = List.copyOf(Required.field(symbols, "symbols"));
            if (maxRate != null && !(maxRate > 0 && maxRate <= MOST_RATE)) {
                throw new IllegalArgumentException("maxRate must be above 0 and at most " + MOST_RATE);
            }
        }
    }

    /** Takes symbols off a channel. */
    record Unsubscribe(
            @Nullable String id,
            Channel channel,
            List<String> symbols,
            @Nullable Interval interval) implements ClientMessage {

        public Unsubscribe {
            Required.field(channel, "channel");
            symbols = List.copyOf(Required.field(symbols, "symbols"));
        }
    }

    /** Asks for a {@link Pong} that carries {@code clientTime} back. */
    record Ping(
            @Nullable String id,
            @JsonProperty(required = true) long clientTime) implements ClientMessage {}

    /** Says who the client is. */
    record Authenticate(@Nullable String id, String token) implements ClientMessage {

        public Authenticate {
            Required.field(token, "token");
        }
    }

    /** What concerns a user's own alerts and notifications. */
    sealed interface Personal extends ClientMessage {}

    /**
     * Asks for a {@link Notification} when a price condition is met. The same id again replaces the alert.
     *
     * @param id the user's own name for the alert
     * @param condition the code of an {@link dev.liveticker.model.AlertCondition}
     * @param price the level to cross, where the condition is one of price
     * @param percent the change since the previous close in percent, where the condition is one of change
     * @param repeat whether to fire at every crossing instead of once; once if absent
     * @param note the user's own words, which come with the notification
     */
    record SetAlert(
            @Nullable String id,
            Symbol symbol,
            String condition,
            @Nullable BigDecimal price,
            @Nullable BigDecimal percent,
            @Nullable Boolean repeat,
            @Nullable String note)
            implements Personal {

        public SetAlert {
            Required.field(symbol, "symbol");
            Required.field(condition, "condition");
        }
    }

    /** Takes an alert back. */
    record RemoveAlert(@Nullable String id) implements Personal {}

    /** Asks for all {@link Alerts} of the user. */
    record ListAlerts(@Nullable String id) implements Personal {}

    /** Says that a {@link Notification} arrived and need not be sent again. */
    record Acknowledge(@Nullable String id) implements Personal {}

    /** A message of a type that this version does not know; only ever received. */
    record Unrecognized(@Nullable String id, @Nullable String type) implements ClientMessage {}
}
