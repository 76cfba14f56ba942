package dev.liveticker.feed;

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
