package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.feed.ConnectionState.Live;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A feed whose time, links and REST answers are the test's. */
abstract class LiveFeedFixture {

    private static final URI SERVER = URI.create("http://example.test");
    static final Symbol A = Symbol.of("A");
    static final Duration SECOND = Duration.ofSeconds(1);

    final ManualLoop loop = new ManualLoop();
    final RecordingListener listener = new RecordingListener();
    final Map<Transport, FakeTransport> transports = new EnumMap<>(Transport.class);
    final List<CompletableFuture<List<Trade>>> tradeRequests = new ArrayList<>();
    private final List<CompletableFuture<List<Bar>>> barRequests = new ArrayList<>();
    Set<InetAddress> addresses = Set.of();

    private final MarketData data = new MarketData() {
        @Override
        public CompletableFuture<List<Instrument>> instruments(String query) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<List<Snapshot>> quotes(Collection<Symbol> symbols) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<List<Bar>> bars(Symbol symbol, Interval interval, int limit) {
            barRequests.add(new CompletableFuture<>());
            return barRequests.getLast();
        }

        @Override
        public CompletableFuture<List<Bar>> barsBefore(Symbol symbol, Interval interval, long before, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<List<Trade>> trades(Symbol symbol, int limit) {
            tradeRequests.add(new CompletableFuture<>());
            return tradeRequests.getLast();
        }
    };

    final LiveFeed feed(Transport transport) {
        for (Transport each : Transport.values()) {
            transports.put(each, new FakeTransport());
        }
        LiveFeed feed = new LiveFeed(
                new FeedSettings(SERVER, transport, false, false),
                listener,
                new LiveFeed.Parts(
                        loop,
                        transports::get,
                        data,
                        TransportMemory.ofProcess(),
                        Runnable::run,
                        new NetworkWatch(() -> addresses),
                        () -> 0,
                        () -> {}));
        feed.start();
        loop.run();
        return feed;
    }

    final FakeTransport.FakeLink link(Transport transport) {
        return transports.get(transport).newest();
    }

    final FakeTransport.FakeLink welcomed(LiveFeed feed, Transport transport) {
        FakeTransport.FakeLink link = link(transport);
        link.says(Said.welcome("e1", 5_000));
        loop.run();
        assertThat(feed.state()).isEqualTo(new Live(transport));
        return link;
    }
}
