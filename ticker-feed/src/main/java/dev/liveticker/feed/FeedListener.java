package dev.liveticker.feed;

import dev.liveticker.message.Notification;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Alert;
import java.util.List;

/** Hears a {@link Feed}. Called on the feed's own thread, one call at a time; must not block. */
public interface FeedListener {

    /**
     * Messages in the order of the stream: no duplicate, and quotes of a symbol never older than the one before. Trades
     * and closed bars that were lost and fetched again come late, to be put in their place by their id or start.
     */
    void onMessages(List<ServerMessage> messages);

    /**
     * The server has something for the user. Comes once, however often the server repeats it until it is acknowledged.
     */
    default void onNotification(Notification notification) {}

    /** A notification was acknowledged, here or on another device of the user. */
    default void onAcknowledged(String notification) {}

    /** All alerts of the user, whenever they changed. Only once {@link Feed#followAlerts} was asked for. */
    default void onAlerts(List<Alert> alerts) {}

    /** The connection went from one state to another. */
    void onState(ConnectionState state);
}
