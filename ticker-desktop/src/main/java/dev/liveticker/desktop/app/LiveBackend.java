package dev.liveticker.desktop.app;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.data.DirectoryInUseException;
import dev.liveticker.server.data.NewerFileException;
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
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real thing: sockets, and a server in this process where none is named. */
final class LiveBackend implements Backend {

    private static final int SEED = 1;

    private final @Nullable Path data;
    private final @Nullable Instant start;
    private final Executor painted;
    private final AtomicReference<@Nullable CompletableFuture<Optional<InProcess>>> ahead = new AtomicReference<>();

    /** @param data directory that the built-in server keeps its data in; absent for memory */
    LiveBackend(@Nullable Path data) {
        this(data, null, Runnable::run);
    }

    /**
     * @param data directory that the built-in server keeps its data in; absent for memory
     * @param start when its market begins, the same one every time; absent for now
     * @param painted runs what it is given once what is here can be seen
     */
    LiveBackend(@Nullable Path data, @Nullable Instant start, Executor painted) {
        this.data = data;
        this.start = start;
        this.painted = painted;
    }

    /**
     * Starts the server before it is asked for, so that it and the window come up side by side. Returns at once.
     *
     * @param wanted whether it will be asked for; looked up in the thread that starts it
     */
    void startAhead(BooleanSupplier wanted) {
        CompletableFuture<Optional<InProcess>> begun = new CompletableFuture<>();
        ahead.set(begun);
        Thread.ofPlatform().daemon().name("built-in-server-ahead").start(() -> {
            try {
                begun.complete(wanted.getAsBoolean() ? Optional.of(start()) : Optional.empty());
            } catch (IOException | RuntimeException | Error e) {
                // An Error too: whoever asks for the server would wait for ever.
                begun.completeExceptionally(e);
            }
        });
    }

    @Override
    public BuiltInServer startServer() throws IOException {
        CompletableFuture<Optional<InProcess>> begun = ahead.getAndSet(null);
        Optional<InProcess> started = begun == null ? Optional.empty() : outcome(begun);
        return started.isPresent() ? started.get() : start();
    }

    /** Ends the server that was started ahead, if nobody asked for it. */
    void close() {
        CompletableFuture<Optional<InProcess>> begun = ahead.getAndSet(null);
        if (begun != null) {
            // One that failed has nothing to close.
            begun.exceptionally(failure -> Optional.empty()).join().ifPresent(InProcess::close);
        }
    }

    private static Optional<InProcess> outcome(CompletableFuture<Optional<InProcess>> begun) throws IOException {
        try {
            return begun.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private InProcess start() throws IOException {
        return Unmanaged.during(this::startWithData);
    }

    private InProcess startWithData() throws IOException {
        Supplier<String> remark = null;
        Path kept = data;
        if (kept != null) {
            try {
                return new InProcess(TickerServer.start(options().withData(kept)), Optional.empty());
            } catch (DirectoryInUseException e) {
                log().warn(
                                "{}: the alerts and bars of this window are in memory only, and end with it",
                                e.getMessage());
                remark = () -> Texts.of("server.data.taken", kept);
            } catch (NewerFileException e) {
                log().warn("{}. Alerts and bars are in memory only, and end with this window", e.getMessage());
                remark = () ->
                        Texts.of("server.data.newer", e.file(), String.valueOf(e.version()), String.valueOf(e.known()));
            } catch (IOException e) {
                remark = () -> Texts.of("server.data.unusable", kept, String.valueOf(e.getMessage()));
                log().error(
                                "{} cannot be used: the alerts and bars of the built-in server are in memory only, and"
                                        + " end with it",
                                kept,
                                e);
            }
        }
        return new InProcess(TickerServer.start(options()), Optional.ofNullable(remark));
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
        return PricesFirst.connect(settings, listener, painted);
    }

    private record InProcess(TickerServer server, Optional<Supplier<String>> remark) implements BuiltInServer {

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
