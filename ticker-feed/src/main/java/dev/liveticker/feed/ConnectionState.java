package dev.liveticker.feed;

import dev.liveticker.feed.tls.CertificateRefusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the client's connection stands; every way from one to the next is in {@code ConnectionMachine}. */
public sealed interface ConnectionState {

    /** Why there is no connection, for whoever says it in another language than English. */
    enum Cause {
        /** Nobody answers at the address. */
        UNREACHABLE,
        /** What answers there does not offer the transport. */
        UNSUITABLE,
        /** It broke, fell silent or carried nonsense. */
        BROKEN,
        /** The server ended it in good order. */
        CLOSED,
        /** The server asks to be spared for a while. */
        OVERLOADED,
        /** The server does not know who asks. */
        UNAUTHENTICATED,
        /** The server could not prove that it is the one that was meant. */
        UNTRUSTED,
        /** The server will not have what it was asked. */
        REFUSED,
        /** There is no server to go to, since it could not be started. Whoever starts it says this, not a feed. */
        NOT_STARTED
    }

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
     * @param cause the same in a word
     */
    record Waiting(int attempt, Duration delay, long retryAtNanos, String why, Cause cause) implements ConnectionState {

        /** For a connection that broke. */
        public Waiting(int attempt, Duration delay, long retryAtNanos, String why) {
            this(attempt, delay, retryAtNanos, why, Cause.BROKEN);
        }
    }

    /**
     * Retrying would not help.
     *
     * @param why for people, in English; what could not be started says it as whoever starts it does
     * @param cause the same in a word
     * @param certificate the server's, if that is why
     */
    record Refused(String why, Cause cause, @Nullable CertificateRefusal certificate) implements ConnectionState {

        /** By the server, which will not have what it was asked. */
        public Refused(String why) {
            this(why, Cause.REFUSED);
        }

        /** For any other reason than the server's certificate. */
        public Refused(String why, Cause cause) {
            this(why, cause, null);
        }

        /** For the server's certificate. */
        public Refused(String why, CertificateRefusal certificate) {
            this(why, Cause.UNTRUSTED, certificate);
        }
    }
}
