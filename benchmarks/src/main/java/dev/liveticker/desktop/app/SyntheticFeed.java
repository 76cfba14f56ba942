package dev.liveticker.desktop.app;

import dev.liveticker.benchmarks.peer.PacedQuotes;
import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.FeedStatistics;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Interval;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullMarked;

/**
 * A feed without a socket: live at once, it delivers the quotes of a synthetic market at a rate, whoever subscribed to
 * what, and the whole past of each chart that is subscribed to. Safe in any thread.
 */
@NullMarked
final class SyntheticFeed implements Feed {

    private static final ConnectionState LIVE = new ConnectionState.Live(Transport.WEBSOCKET);
    private static final int HEARTBEAT_MILLIS = 5_000;
    private static final int BATCH = 2_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private final FeedListener listener;
    private final SyntheticMarket market;
    private final SyntheticBars past;
    private final PacedQuotes quotes;
    private final AtomicLong delivered = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("synthetic-feed").factory());

    SyntheticFeed(FeedListener listener, SyntheticMarket market, SyntheticBars past) {
        this.listener = listener;
        this.market = market;
        this.past = past;
        quotes = new PacedQuotes(market, this::quote);
    }

    /** @param perSecond quotes of all symbols together; 0 for silence */
    void rate(int perSecond) {
        quotes.rate(perSecond);
    }

    /** Quotes the listener has taken in. */
    long delivered() {
        return delivered.get();
    }

    /** Begins: what a server says first, and a whole quote of every symbol. */
    void open() {
        thread.execute(() -> {
            listener.onState(LIVE);
            long now = System.currentTimeMillis() * MICROS_PER_MILLI;
            deliver(List.of(new Welcome(
                    Welcome.PROTOCOL,
                    "synthetic",
                    "synthetic",
                    0,
                    "synthetic",
                    HEARTBEAT_MILLIS,
                    now,
                    true,
                    "SYNTHETIC",
                    null)));
            deliver(market.opening(now).stream().map(Snapshot::of).toList());
        });
    }

    @Override
    public void subscribe(Collection<Subscription> subscriptions) {
        List<Subscription> charts = subscriptions.stream()
                .filter(subscription -> subscription.channel() == Channel.BARS)
                .toList();
        charts.forEach(chart -> thread.execute(() -> deliverPast(chart)));
    }

    private void deliverPast(Subscription chart) {
        Interval interval = Objects.requireNonNull(chart.interval());
        List<Bar> bars = past.all(chart.symbol(), interval);
        for (int from = 0; from < bars.size(); from += BATCH) {
            deliver(bars.subList(from, Math.min(bars.size(), from + BATCH)));
        }
    }

    private void quote(List<Quote> batch) {
        deliver(batch);
        delivered.addAndGet(batch.size());
    }

    /** One call at a time, as a listener may expect. */
    private synchronized void deliver(List<? extends ServerMessage> messages) {
        listener.onMessages(List.copyOf(messages));
    }

    @Override
    public void start() {
        // It has started when it is there.
    }

    @Override
    public void unsubscribe(Collection<Subscription> subscriptions) {
        // It delivers everything anyway.
    }

    @Override
    public void followAlerts() {
        // Nobody has any here.
    }

    @Override
    public void setAlert(ClientMessage.SetAlert alert) {
        // Nobody asks for one.
    }

    @Override
    public void removeAlert(String alert) {
        // There is none.
    }

    @Override
    public void acknowledge(String notification) {
        // There is none.
    }

    @Override
    public void apply(FeedSettings settings) {
        // It is the same feed wherever it is pointed to.
    }

    @Override
    public void retryNow() {
        // It is always live.
    }

    @Override
    public ConnectionState state() {
        return LIVE;
    }

    @Override
    public FeedStatistics statistics() {
        return new FeedStatistics(Duration.ofMillis(1), delivered.get(), 0, 0, 0, 0, "synthetic");
    }

    @Override
    public void close() {
        quotes.close();
        thread.shutdownNow();
    }
}
