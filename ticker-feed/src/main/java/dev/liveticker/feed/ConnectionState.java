package dev.liveticker.feed;

import dev.liveticker.feed.tls.CertificateRefusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the client's connection stands; every way from one to the next is in {@code ConnectionMachine}. */
public sealed interface ConnectionState {

    /** Not started, or closed by the user. */
    record Idle() implements ConnectionState {}

    /**
     * On the way to the server.
     *
     * @param attempt 1 for the first since it was last live
     */
    record Connecting(int attempt, Transport transport) implements ConnectionState {}

    /** Welcomed, and heard from lately. */
    record Live(Transport transport) implements ConnectionState {}

    /** Connected, but silent for longer than the server's heartbeat allows: about to be given up. */
    record Stale(Transport transport) implements ConnectionState {}

    /**
     * Until the next attempt.
     *
     * @param attempt how many failed since it was last live
     * @param delay from when the state was entered
     * @param retryAtNanos when the wait is over, on the feed's monotonic clock ({@link System#nanoTime})
     * @param why for people, in English, such as {@code server closed the connection}
     */
    record Waiting(int attempt, Duration delay, long retryAtNanos, String why) implements ConnectionState {}

    /**
     * Retrying would not help.
     *
     * @param why for people, in English
     * @param certificate the server's, if that is why
     */
    record Refused(String why, @Nullable CertificateRefusal certificate) implements ConnectionState {

        /** For any other reason than the server's certificate. */
        public Refused(String why) {
            this(why, null);
        }
    }
}
