package dev.liveticker.desktop.fake;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.FeedStatistics;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A feed that does what a test tells it to, and remembers what it was asked for. */
public final class FakeFeed implements Feed {

    private final FeedListener listener;
    private final Set<Subscription> subscriptions = new LinkedHashSet<>();
    private volatile FeedSettings settings;
    private volatile ConnectionState state = new ConnectionState.Idle();
    private volatile FeedStatistics statistics = new FeedStatistics(null, 0, 0, 0, 0, 0, null);
    private volatile int retries;
    private volatile boolean started;
    private volatile boolean closed;

    public FakeFeed(FeedSettings settings, FeedListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** One that nobody listens to. */
    public FakeFeed() {
        this(null, new FeedListener() {
            @Override
            public void onMessages(List<ServerMessage> messages) {}

            @Override
            public void onState(ConnectionState state) {}
        });
    }

    public void become(ConnectionState next) {
        state = next;
        listener.onState(next);
    }

    public void goLive(Transport transport) {
        become(new ConnectionState.Live(transport));
        deliver(new Welcome(1, "fake", "abc", 0, "s1", 5_000, 0, true, "SIMULATED", null));
    }

    public void deliver(ServerMessage... messages) {
        listener.onMessages(List.of(messages));
    }

    public void report(FeedStatistics next) {
        statistics = next;
    }

    public synchronized Set<Subscription> subscriptions() {
        return new LinkedHashSet<>(subscriptions);
    }

    public FeedSettings settings() {
        return settings;
    }

    public int retries() {
        return retries;
    }

    public boolean started() {
        return started;
    }

    public boolean closed() {
        return closed;
    }

    @Override
    public void start() {
        started = true;
    }

    @Override
    public synchronized void subscribe(Collection<Subscription> wanted) {
        subscriptions.addAll(wanted);
    }

    @Override
    public synchronized void unsubscribe(Collection<Subscription> unwanted) {
        subscriptions.removeAll(List.copyOf(unwanted));
    }

    @Override
    public void followAlerts() {}

    @Override
    public void setAlert(ClientMessage.SetAlert alert) {}

    @Override
    public void removeAlert(String alert) {}

    @Override
    public void acknowledge(String notification) {}

    @Override
    public void apply(FeedSettings next) {
        settings = next;
    }

    @Override
    public synchronized void retryNow() {
        retries++;
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public FeedStatistics statistics() {
        return statistics;
    }

    @Override
    public void close() {
        closed = true;
    }
}
