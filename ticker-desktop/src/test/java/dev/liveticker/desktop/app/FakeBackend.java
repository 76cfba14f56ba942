package dev.liveticker.desktop.app;

import dev.liveticker.desktop.fake.FakeFaults;
import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A backend without sockets. Its built-in server starts when a test lets it, or at once. */
final class FakeBackend implements Backend {

    static final URI BUILT_IN = URI.create("http://127.0.0.1:1");

    final CompletableFuture<URI> server = new CompletableFuture<>();
    final List<FakeFeed> feeds = new ArrayList<>();
    final FakeMarketData marketData = new FakeMarketData();
    final FakeFaults faults = new FakeFaults();
    /** What the built-in server remarks; absent for nothing. */
    volatile String remark;

    /** Those that could not start among them. */
    volatile int serversAsked;

    volatile int serversStarted;
    volatile int serversClosed;

    /** One whose built-in server is there at once. */
    static FakeBackend ready() {
        FakeBackend backend = new FakeBackend();
        backend.server.complete(BUILT_IN);
        return backend;
    }

    @Override
    public BuiltInServer startServer() throws IOException {
        synchronized (this) {
            serversAsked++;
        }
        URI address;
        try {
            address = server.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IOException(e.getCause().getMessage(), e);
        }
        synchronized (this) {
            serversStarted++;
        }
        return new BuiltInServer() {
            @Override
            public URI address() {
                return address;
            }

            @Override
            public Optional<Supplier<String>> remark() {
                return Optional.ofNullable(remark).map(words -> () -> words);
            }

            @Override
            public void close() {
                synchronized (FakeBackend.this) {
                    serversClosed++;
                }
            }
        };
    }

    @Override
    public synchronized Feeds.Connected connect(FeedSettings settings, FeedListener listener) {
        FakeFeed feed = new FakeFeed(settings, listener);
        feeds.add(feed);
        return new Feeds.Connected(feed, marketData, faults);
    }

    synchronized FakeFeed feed() {
        return feeds.getLast();
    }
}
