package dev.liveticker.feed;

import dev.liveticker.message.ClientMessage;
import java.util.Collection;

/**
 * A live feed that keeps itself connected. Every method may be called from any thread, returns at once and holds across
 * reconnects.
 */
public interface Feed extends AutoCloseable {

    /** Connects, and from then on reconnects. Harmless when repeated. */
    void start();

    /** Adds to what is streamed. Asking twice is harmless. */
    void subscribe(Collection<Subscription> subscriptions);

    /** Takes from what is streamed. */
    void unsubscribe(Collection<Subscription> subscriptions);

    /** Has {@link FeedListener#onAlerts} told of the user's alerts, and of every change from then on. */
    void followAlerts();

    /**
     * Sets an alert of the user, or replaces the one of the same id. Repeated until the server answers; it answers by
     * {@link FeedListener#onAlerts}, or by a {@link dev.liveticker.message.Failure} of the alert's id.
     */
    void setAlert(ClientMessage.SetAlert alert);

    /** Takes an alert of the user back; repeated until the server answers. */
    void removeAlert(String alert);

    /** Says that the user has seen a notification; repeated until the server answers. */
    void acknowledge(String notification);

    /**
     * Goes on with other settings: another transport of the same server resumes in mid-stream, another server starts
     * afresh. Also the way out of {@link ConnectionState.Refused}.
     */
    void apply(FeedSettings settings);

    /** Ends a wait, or a refusal, and tries at once. Without effect in any other state. */
    void retryNow();

    ConnectionState state();

    FeedStatistics statistics();

    /** Says good-bye and lets go of sockets and threads within a second. Harmless when repeated. */
    @Override
    void close();
}
