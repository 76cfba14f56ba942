package dev.liveticker.desktop.app;

import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.data.DirectoryInUseException;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.SimulationPlan;
import dev.liveticker.server.market.SimulationSettings;
import dev.liveticker.server.market.Speed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real thing: sockets, and a server in this process where none is named. */
final class LiveBackend implements Backend {

    private static final int SEED = 1;

    private final @Nullable Path data;
    private final @Nullable Instant start;
    private final AtomicReference<@Nullable CompletableFuture<Optional<TickerServer>>> ahead = new AtomicReference<>();

    /** @param data directory that the built-in server keeps its data in; absent for memory */
    LiveBackend(@Nullable Path data) {
        this(data, null);
    }

    /**
     * @param data directory that the built-in server keeps its data in; absent for memory
     * @param start when its market begins, the same one every time; absent for now
     */
    LiveBackend(@Nullable Path data, @Nullable Instant start) {
        this.data = data;
        this.start = start;
    }

    /**
     * Starts the server before it is asked for, so that it and the window come up side by side. Returns at once.
     *
     * @param wanted whether it will be asked for; looked up in the thread that starts it
     */
    void startAhead(BooleanSupplier wanted) {
        CompletableFuture<Optional<TickerServer>> begun = new CompletableFuture<>();
        ahead.set(begun);
        Thread.ofPlatform().daemon().name("built-in-server-ahead").start(() -> {
            try {
                begun.complete(wanted.getAsBoolean() ? Optional.of(start()) : Optional.empty());
            } catch (IOException | RuntimeException e) {
                begun.completeExceptionally(e);
            }
        });
    }

    @Override
    public BuiltInServer startServer() throws IOException {
        CompletableFuture<Optional<TickerServer>> begun = ahead.getAndSet(null);
        Optional<TickerServer> started = begun == null ? Optional.empty() : outcome(begun);
        return new InProcess(started.isPresent() ? started.get() : start());
    }

    /** Ends the server that was started ahead, if nobody asked for it. */
    void close() {
        CompletableFuture<Optional<TickerServer>> begun = ahead.getAndSet(null);
        if (begun != null && !begun.isCompletedExceptionally()) {
            begun.join().ifPresent(TickerServer::close);
        }
    }

    private static Optional<TickerServer> outcome(CompletableFuture<Optional<TickerServer>> begun) throws IOException {
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private TickerServer start() throws IOException {
        if (data != null) {
            try {
                return TickerServer.start(options().withData(data));
            } catch (DirectoryInUseException e) {
                log().warn(
                                "{}: the alerts and bars of this window are in memory only, and end with it",
                                e.getMessage());
            } catch (IOException e) {
                log().error(
                                "{} cannot be used: the alerts and bars of the built-in server are in memory only, and end"
                                        + " with it",
                                data,
                                e);
            }
        }
        return TickerServer.start(options());
    }

    /** Asked for only when there is something to say: it is made before it is known whether this start is the first. */
    private static Logger log() {
        return LoggerFactory.getLogger(LiveBackend.class);
    }

    private ServerOptions options() {
        ServerOptions usual = ServerOptions.embedded().withFaults(true);
        return start == null ? usual : usual.withMarket(beginning(start));
    }

    private static MarketPlan beginning(Instant start) {
        return new SimulationPlan(
                SEED, Catalogue.builtIn().select(Set.of()), SimulationSettings.ROUND_THE_CLOCK, Speed.REAL_TIME, start);
    }

    @Override
    public Feeds.Connected connect(FeedSettings settings, FeedListener listener) {
        return PricesFirst.connect(settings, listener);
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
