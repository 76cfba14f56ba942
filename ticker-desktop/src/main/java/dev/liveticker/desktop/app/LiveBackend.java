package dev.liveticker.desktop.app;

import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import java.io.IOException;
import java.net.URI;

/** The real thing: sockets, and a server in this process where none is named. */
final class LiveBackend implements Backend {

    @Override
    public BuiltInServer startServer() throws IOException {
        return new InProcess(TickerServer.start(ServerOptions.embedded().withFaults(true)));
    }

    @Override
    public Feeds.Connected connect(FeedSettings settings, FeedListener listener) {
        return Feeds.connect(settings, listener);
    }

    private record InProcess(TickerServer server) implements BuiltInServer {

        @Override
        public URI address() {
            return server.address();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
