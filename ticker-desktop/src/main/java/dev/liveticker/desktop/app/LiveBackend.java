package dev.liveticker.desktop.app;

import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.MarketData;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import java.io.IOException;
import java.net.URI;

/** The real thing: sockets, and a server in this process where none is named. */
final class LiveBackend implements Backend {

    @Override
    public BuiltInServer startServer() throws IOException {
        TickerServer server = TickerServer.start(ServerOptions.embedded());
        return new BuiltInServer() {
            @Override
            public URI address() {
                return server.address();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    @Override
    public Feed feed(FeedSettings settings, FeedListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MarketData marketData(URI server) {
        throw new UnsupportedOperationException();
    }
}
