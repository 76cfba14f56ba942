package dev.liveticker.feed.link;

import dev.liveticker.feed.FeedSettings;

/** One way to carry the stream. Safe in any thread. */
@FunctionalInterface
public interface FeedTransport {

    /**
     * Begins to connect and returns at once; how that went and all that follows is told to the listener, on threads of
     * the transport's own.
     */
    Link open(FeedSettings settings, LinkListener listener);
}
