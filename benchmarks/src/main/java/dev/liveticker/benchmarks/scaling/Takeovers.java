package dev.liveticker.benchmarks.scaling;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedListener;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * For how long clients of another node hear no price when the market's node is killed (SIGKILL).
 *
 * @param seconds each time, from the kill to the first quote that was made after it
 */
record Takeovers(List<Double> seconds) {

    private static final String CLUSTER = "takeovers";
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final long SEED = 7;

    /** Enough that one of them has a new price at any moment. */
    private static final List<Symbol> WATCHED = Stream.of(
                    "BTC-USD", "ETH-USD", "AAPL", "MSFT", "NVDA", "TSLA", "AMZN", "EURUSD=X")
            .map(Symbol::of)
            .toList();

    double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double worst() {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Kills the market's node so often, with another beside it that a client listens to. */
    static Takeovers of(RedisProcess redis, int times) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Double> seconds = new ArrayList<>();
        List<NodeProcess> nodes = new ArrayList<>();
        try {
            nodes.add(NodeProcess.ofCommand(redis, CLUSTER));
            for (int i = 0; i < times; i++) {
                NodeProcess leader = nodes.getLast();
                Patience.until(Rounds.LEASE, "a node to lead", leader::leads);
                NodeProcess other = NodeProcess.ofCommand(redis, CLUSTER);
                nodes.add(other);
                // The lease is renewed once a second: it may be at any point of that.
                Duration moment = Duration.ofMillis(random.nextInt(1_000));
                seconds.add(silence(leader, other, moment));
            }
        } finally {
            nodes.forEach(NodeProcess::close);
        }
        return new Takeovers(seconds);
    }

    private static double silence(NodeProcess leader, NodeProcess other, Duration moment) throws IOException {
        NextQuote next = new NextQuote();
        try (Feeds.Connected client =
                Feeds.connect(new FeedSettings(other.address(), Transport.WEBSOCKET, false, true), next)) {
            client.feed().subscribe(WATCHED.stream().map(Subscription::quotes).toList());
            next.madeAfter(Instant.now());
            Patience.pass(moment);
            long kill = System.nanoTime();
            leader.kill();
            return (next.madeAfter(Instant.now()) - kill) / 1e9;
        }
    }

    /** A client that waits for a quote that is newer than a given moment. */
    private static final class NextQuote implements FeedListener {

        private long newest = Long.MIN_VALUE;
        private long heard;

        @Override
        public synchronized void onMessages(List<ServerMessage> messages) {
            long now = System.nanoTime();
            for (ServerMessage message : messages) {
                if (message instanceof Quote quote && quote.time() > newest) {
                    newest = quote.time();
                    heard = now;
                }
            }
            notifyAll();
        }

        @Override
        public void onState(ConnectionState state) {
            // Only prices count.
        }

        /** When the first was heard that was made after that moment; nanoseconds as of {@link System#nanoTime}. */
        synchronized long madeAfter(Instant moment) throws IOException {
            long micros = moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
            long deadline = System.nanoTime() + AT_MOST.toNanos();
            try {
                while (newest <= micros) {
                    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                    if (left <= 0) {
                        throw new IOException("no price came for " + AT_MOST.toSeconds() + " s");
                    }
                    wait(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            return heard;
        }
    }
}
