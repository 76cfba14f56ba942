package dev.liveticker.desktop.app;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.ForwardingListener;
import dev.liveticker.feed.MarketData;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Holds back what is asked of a server until its first prices are seen: they are what everybody waits for, and charts,
 * trends and lists would take the processor from them, and from the window that is to show them. Where nothing comes,
 * because nothing is subscribed to or the server cannot be reached, it is held back for a moment only. Safe in any
 * thread.
 */
final class PricesFirst extends ForwardingListener {

    private static final long LONGEST_MILLIS = 400;

    private final Executor moment;
    private final Executor painted;
    private final AwaitedMarketData held = new AwaitedMarketData();
    private final CompletableFuture<MarketData> server = new CompletableFuture<>();
    private final AtomicBoolean seen = new AtomicBoolean();
    private final AtomicBoolean released = new AtomicBoolean();

    /**
     * @param listener hears all that this one does, before anything is let go
     * @param moment runs what it is given a moment later
     * @param painted runs what it is given once prices that are here can be seen
     */
    PricesFirst(FeedListener listener, Executor moment, Executor painted) {
        super(listener);
        this.moment = moment;
        this.painted = painted;
    }

    /**
     * As {@link Feeds#connect}.
     *
     * @param painted runs what it is given once prices that are here can be seen
     */
    static Feeds.Connected connect(FeedSettings settings, FeedListener listener, Executor painted) {
        Executor moment = CompletableFuture.delayedExecutor(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        PricesFirst first = new PricesFirst(listener, moment, painted);
        Feeds.Connected connected = Feeds.connect(settings, first);
        return new Feeds.Connected(connected.feed(), first.held(connected.data()), connected.faults());
    }

    /** What this one is asked for, it asks the server. */
    MarketData held(MarketData data) {
        server.complete(data);
        return held;
    }

    @Override
    public void onMessages(List<ServerMessage> messages) {
        super.onMessages(messages);
        if (messages.stream().anyMatch(message -> message instanceof Snapshot || message instanceof MarketEvent)) {
            seen();
        }
    }

    @Override
    public void onState(ConnectionState state) {
        super.onState(state);
        switch (state) {
            case ConnectionState.Connecting connecting -> {}
            case ConnectionState.Live live -> moment.execute(this::seen);
            case ConnectionState.Idle idle -> release();
            case ConnectionState.Stale stale -> release();
            case ConnectionState.Waiting waiting -> release();
            case ConnectionState.Refused refused -> release();
        }
    }

    /** A moment later too: where prices are in time, the window may not be. */
    private void seen() {
        if (!seen.getAndSet(true)) {
            painted.execute(this::release);
        }
    }

    private void release() {
        if (!released.getAndSet(true)) {
            var _ = server.thenAccept(held::arrive);
        }
    }
}
