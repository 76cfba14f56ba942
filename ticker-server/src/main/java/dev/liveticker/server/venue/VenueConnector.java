package dev.liveticker.server.venue;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** How venues are reached. Safe in any thread. */
interface VenueConnector extends AutoCloseable {

    /**
     * Connects to a stream.
     *
     * @param maxMessage the most characters of a message; a longer one ends the connection
     */
    void connect(URI stream, int maxMessage, VenueLink.Listener listener);

    /** The body of an answer with status 200; anything else fails with {@link VenueLossException}. */
    CompletableFuture<String> get(URI address, Map<String, String> headers);

    @Override
    void close();
}
