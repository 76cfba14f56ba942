package dev.liveticker.desktop.app;

import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Where feeds, market data and the built-in server come from: the real ones, or a test's. */
interface Backend {

    /** A server in this process. */
    interface BuiltInServer extends AutoCloseable {

        URI address();

        /**
         * What a person should know of it, in words to be asked for when the language is known; empty if all is well.
         */
        default Optional<Supplier<String>> remark() {
            return Optional.empty();
        }

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
