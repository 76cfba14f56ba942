package dev.liveticker.desktop.app;

import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.data.DirectoryInUseException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real thing: sockets, and a server in this process where none is named. */
final class LiveBackend implements Backend {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBackend.class);

    private final @Nullable Path data;

    /** @param data directory that the built-in server keeps its data in; absent for memory */
    LiveBackend(@Nullable Path data) {
        this.data = data;
    }

    @Override
    public BuiltInServer startServer() throws IOException {
        return new InProcess(start());
    }

    private TickerServer start() throws IOException {
        if (data != null) {
            try {
                return TickerServer.start(options().withData(data));
            } catch (DirectoryInUseException e) {
                LOG.warn("{}: the alerts and bars of this window are in memory only, and end with it", e.getMessage());
            } catch (IOException e) {
                LOG.error(
                        "{} cannot be used: the alerts and bars of the built-in server are in memory only, and end"
                                + " with it",
                        data,
                        e);
            }
        }
        return TickerServer.start(options());
    }

    private static ServerOptions options() {
        return ServerOptions.embedded().withFaults(true);
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
