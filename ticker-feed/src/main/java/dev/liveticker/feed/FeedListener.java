package dev.liveticker.feed;

import dev.liveticker.message.ServerMessage;
import java.util.List;

/** Hears a {@link Feed}. Called on the feed's own thread, one call at a time; must not block. */
public interface FeedListener {

    /**
     * Messages in the order of the stream: no duplicate, and quotes of a symbol never older than the one before. Trades
     * and closed bars that were lost and fetched again come late, to be put in their place by their id or start.
     */
    void onMessages(List<ServerMessage> messages);

    /** The connection went from one state to another. */
    void onState(ConnectionState state);
}
