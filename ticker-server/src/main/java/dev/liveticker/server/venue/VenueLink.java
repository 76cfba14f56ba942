package dev.liveticker.server.venue;

import dev.liveticker.feed.machine.Loss;

/** One connection to a venue's stream. Safe in any thread. */
interface VenueLink {

    void send(String text);

    /** Sends a WebSocket ping (RFC 6455, section 5.5.2). */
    void ping();

    /** Ends it at once; the listener is told nothing more. Harmless when repeated. */
    void abort();

    /** Is told what happens on it, on any thread but one call at a time. */
    interface Listener {

        /** It stands. */
        void opened(VenueLink link);

        /**
         * A whole message came.
         *
         * @param next to be run once the message is dealt with; no other comes before
         */
        void heard(String text, Runnable next);

        /** A ping was answered. */
        void answered();

        /** It ended, or never came about; nothing follows. */
        void ended(Loss loss);
    }
}
