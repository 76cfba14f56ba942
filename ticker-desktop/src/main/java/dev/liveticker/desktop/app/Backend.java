package dev.liveticker.desktop.app;

import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import java.io.IOException;
import java.net.URI;

/** Where feeds, market data and the built-in server come from: the real ones, or a test's. */
interface Backend {

    /** A server in this process. */
    interface BuiltInServer extends AutoCloseable {

        URI address();

        @Override
        void close();
    }

    /**
     * Starts the built-in server on a free port. May take a moment.
     *
     * @throws IOException if it cannot be had
     */
    BuiltInServer startServer() throws IOException;

    /** Connects to a server; returns at once. The market data follow the feed from server to server. */
    Feeds.Connected connect(FeedSettings settings, FeedListener listener);
}
