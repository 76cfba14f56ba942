package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState.Connecting;
import dev.liveticker.feed.ConnectionState.Idle;
import dev.liveticker.feed.ConnectionState.Live;
import dev.liveticker.feed.ConnectionState.Refused;
import dev.liveticker.feed.ConnectionState.Stale;
import dev.liveticker.feed.ConnectionState.Waiting;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LiveFeedTest {

    private static final URI SERVER = URI.create("http://example.test");
    private static final Symbol A = Symbol.of("A");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualLoop loop = new ManualLoop();
    private final RecordingListener listener = new RecordingListener();
    private final Map<Transport, FakeTransport> transports = new EnumMap<>(Transport.class);
    private final List<CompletableFuture<List<Trade>>> tradeRequests = new ArrayList<>();
    private final List<CompletableFuture<List<Bar>>> barRequests = new ArrayList<>();
    private Set<InetAddress> addresses = Set.of();

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

    private LiveFeed feed(Transport transport) {
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

    private FakeTransport.FakeLink link(Transport transport) {
        return transports.get(transport).newest();
    }

    private FakeTransport.FakeLink welcomed(LiveFeed feed, Transport transport) {
        FakeTransport.FakeLink link = link(transport);
        link.says(Said.welcome("e1", 5_000));
        loop.run();
        assertThat(feed.state()).isEqualTo(new Live(transport));
        return link;
    }

    private static List<Trade> trades(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> new Trade(A, 0, id, BigDecimal.ONE, BigDecimal.TEN, Side.BUY, 1))
                .toList();
    }

    @Test
    void subscriptions_made_together_go_out_together_and_only_once_live() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        List<Subscription> many = IntStream.range(0, 1_200)
                .mapToObj(i -> Subscription.quotes(Symbol.of("S" + i)))
                .toList();
        many.forEach(one -> feed.subscribe(List.of(one)));
        feed.subscribe(List.of(Subscription.bars(A, Interval.FIVE_MINUTES)));
        loop.run();
        assertThat(link(Transport.WEBSOCKET).sent).isEmpty();
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        assertThat(link.subscribes())
                .extracting(subscribe -> subscribe.symbols().size())
                .containsExactly(500, 500, 200, 1);
        feed.subscribe(many);
        feed.subscribe(List.of(Subscription.trades(A), Subscription.trades(Symbol.of("B"))));
        loop.run();
        assertThat(link.subscribes()).hasSize(5);
        assertThat(link.subscribes().getLast().symbols()).containsExactly("A", "B");
    }

    @Test
    void unsubscribing_tells_the_server_and_is_not_undone_by_a_reconnect() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A), Subscription.trades(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        feed.unsubscribe(List.of(Subscription.trades(A)));
        loop.run();
        assertThat(first.sent)
                .last()
                .isInstanceOfSatisfying(
                        ClientMessage.Unsubscribe.class,
                        message -> assertThat(message.symbols()).containsExactly("A"));
        first.ends(Loss.broken("x"));
        loop.pass(SECOND);
        assertThat(welcomed(feed, Transport.WEBSOCKET).subscribes()).hasSize(1);
    }

    @Test
    void only_what_was_streamed_before_goes_on_the_rest_begins() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        // The number of a snapshot is no place to go on from: another symbol's may still be on its way.
        first.says(Said.subscribed("s1", "quotes", "A", false), Said.heartbeat(4), Said.snapshot("A", 6, "1"));
        loop.run();
        first.ends(Loss.broken("x"));
        feed.subscribe(List.of(Subscription.quotes(Symbol.of("B"))));
        loop.pass(SECOND);
        List<ClientMessage.Subscribe> asked =
                welcomed(feed, Transport.WEBSOCKET).subscribes();
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).symbols()).containsExactly("A");
        assertThat(asked.get(0).since()).isEqualTo("e1:4");
        assertThat(asked.get(1).symbols()).containsExactly("B");
        assertThat(asked.get(1).since()).isNull();
    }

    @Test
    void who_heard_nothing_yet_goes_on_from_the_welcome() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink first = link(Transport.WEBSOCKET);
        loop.run();
        first.says(Said.welcome("e1", 5_000, 7), Said.subscribed("s1", "trades", "A", false));
        loop.run();
        first.ends(Loss.broken("x"));
        loop.pass(SECOND);
        assertThat(welcomed(feed, Transport.WEBSOCKET).subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:7");
    }

    @Test
    void the_place_to_go_on_from_stays_until_the_new_link_has_answered() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        first.says(Said.subscribed("s1", "trades", "A", false), Said.trade("A", 4, 1));
        loop.run();
        first.ends(Loss.broken("x"));
        loop.pass(SECOND);
        FakeTransport.FakeLink second = welcomed(feed, Transport.WEBSOCKET);
        // Says that all up to 9 was sent, but to whom nothing was subscribed.
        second.says(Said.heartbeat(9));
        loop.run();
        second.ends(Loss.broken("x"));
        loop.pass(Duration.ofSeconds(2));
        assertThat(welcomed(feed, Transport.WEBSOCKET).subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:4");
    }

    @Test
    void in_another_epoch_it_still_asks_from_the_old_place_so_that_the_loss_is_announced() {
        LiveFeed feed = feed(Transport.SSE);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.SSE);
        first.saysAt("e1:40", Said.subscribed("s1", "trades", "A", false));
        loop.run();
        first.ends(Loss.ended());
        loop.pass(SECOND);
        FakeTransport.FakeLink second = link(Transport.SSE);
        second.says(Said.welcome("e2", 5_000));
        loop.run();
        assertThat(second.subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:40");
        assertThat(feed.statistics().epoch()).isEqualTo("e2");
    }

    @Test
    void a_hole_in_the_trades_is_filled_from_rest() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.trades(A)));
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.trade("A", 1, 1), Said.trade("A", 5, 5));
        loop.run();
        assertThat(feed.statistics().gaps()).isEqualTo(1);
        assertThat(tradeRequests).hasSize(1);
        tradeRequests.getFirst().complete(trades(1, 5));
        loop.run();
        assertThat(listener.heard(Trade.class)).extracting(Trade::tradeId).containsExactly(1L, 5L, 2L, 3L, 4L);
        assertThat(feed.statistics().healed()).isEqualTo(1);
    }

    @Test
    void a_gap_on_many_symbols_is_filled_a_few_at_a_time() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        for (int i = 0; i < 20; i++) {
            link.says(Said.trade("S" + i, i + 1, 1));
            loop.run();
        }
        link.says("{\"type\":\"gap\",\"channel\":\"trades\",\"fromSeq\":30,\"toSeq\":40,\"reason\":\"slow_reader\"}");
        loop.run();
        assertThat(tradeRequests).hasSize(2);
        tradeRequests.get(0).complete(List.of());
        loop.pass(SECOND);
        assertThat(tradeRequests).hasSize(3);
    }

    @Test
    void what_cannot_be_fetched_is_tried_again_and_then_left() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says(Said.trade("A", 1, 1), Said.trade("A", 5, 5));
        loop.run();
        for (int i = 0; i < 5; i++) {
            tradeRequests.getLast().completeExceptionally(new IOException("no"));
            loop.pass(Duration.ofSeconds(3));
        }
        assertThat(tradeRequests).hasSize(3);
        assertThat(feed.statistics().healed()).isZero();
    }

    @Test
    void silence_is_seen_and_ends_in_a_reconnect() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        loop.pass(Duration.ofSeconds(12));
        assertThat(feed.state()).isEqualTo(new Stale(Transport.WEBSOCKET));
        loop.pass(Duration.ofSeconds(4));
        assertThat(feed.state()).isInstanceOf(Waiting.class);
        assertThat(link.closed).isTrue();
        loop.pass(SECOND);
        assertThat(transports.get(Transport.WEBSOCKET).links).hasSize(2);
        welcomed(feed, Transport.WEBSOCKET);
        assertThat(feed.statistics().reconnects()).isEqualTo(1);
    }

    @Test
    void a_machine_that_slept_reconnects_at_once() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        loop.sleep(Duration.ofHours(1));
        loop.pass(ClockWatch.EVERY);
        assertThat(feed.state()).isEqualTo(new Connecting(1, Transport.WEBSOCKET));
        assertThat(link.closed).isTrue();
    }

    @Test
    void another_network_reconnects_at_once() throws Exception {
        addresses = Set.of(InetAddress.getByName("192.0.2.1"));
        LiveFeed feed = feed(Transport.SSE);
        loop.pass(ClockWatch.EVERY);
        FakeTransport.FakeLink link = welcomed(feed, Transport.SSE);
        addresses = Set.of(InetAddress.getByName("192.0.2.2"));
        for (int i = 0; i < 5; i++) {
            link.says(Said.heartbeat(1));
            loop.pass(ClockWatch.EVERY);
        }
        assertThat(link.closed).isTrue();
        assertThat(feed.state()).isInstanceOf(Connecting.class);
    }

    @Test
    void a_transport_whose_frames_are_not_taken_has_to_wait() throws Exception {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        Thread reader = Thread.ofPlatform().daemon().start(() -> {
            for (int i = 1; i <= 1_000; i++) {
                link.says(Said.quote("A", i, "1"));
            }
        });
        await().until(() -> reader.getState() == Thread.State.WAITING);
        await().pollInterval(Duration.ofMillis(2)).until(() -> {
            loop.run();
            return !reader.isAlive();
        });
        loop.run();
        assertThat(listener.heard(Quote.class)).hasSize(1_000);
        feed.close();
    }

    @Test
    void closing_lets_a_waiting_transport_go_on_and_nothing_more_is_heard() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        Thread reader = Thread.ofPlatform().daemon().start(() -> {
            boolean heard = true;
            while (heard) {
                heard = link.says(Said.heartbeat(1));
            }
        });
        await().until(() -> reader.getState() == Thread.State.WAITING);
        feed.close();
        loop.run();
        await().until(() -> !reader.isAlive());
        assertThat(feed.state()).isEqualTo(new Idle());
        assertThat(link.closed).isTrue();
        assertThat(loop.closed).isTrue();
    }

    @Test
    void what_the_server_said_before_it_refused_is_told() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        link.says("{\"type\":\"error\",\"code\":\"malformed\",\"message\":\"symbols is missing\"}");
        link.ends(Loss.ofCloseCode(4400, ""));
        loop.run();
        assertThat(feed.state()).isEqualTo(new Refused("malformed message: symbols is missing"));
    }

    @Test
    void another_version_of_the_protocol_is_refused() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        link(Transport.WEBSOCKET).says(Said.welcome("e1", 5_000).replace("\"protocol\":1", "\"protocol\":2"));
        loop.run();
        assertThat(feed.state()).isEqualTo(new Refused("the server speaks version 2 of the protocol, not 1"));
    }

    @Test
    void without_a_choice_a_better_transport_is_tried_beside_the_live_one_and_taken_in_mid_stream() {
        LiveFeed feed = feed(null);
        feed.subscribe(List.of(Subscription.trades(A)));
        link(Transport.WEBSOCKET).ends(Loss.ofStatus(404, Duration.ZERO));
        loop.run();
        FakeTransport.FakeLink stream = welcomed(feed, Transport.SSE);
        stream.saysAt("e1:9", Said.subscribed("s1", "trades", "A", false), Said.trade("A", 9, 1));
        for (int i = 0; i < 60; i++) {
            stream.saysAt("e1:9", Said.heartbeat(9));
            loop.pass(SECOND);
        }
        FakeTransport.FakeLink probe = link(Transport.WEBSOCKET);
        assertThat(transports.get(Transport.WEBSOCKET).links).hasSize(2);
        assertThat(stream.closed).isFalse();
        probe.says(Said.welcome("e1", 5_000));
        loop.run();
        assertThat(probe.closed).isTrue();
        assertThat(stream.closed).isTrue();
        FakeTransport.FakeLink better = welcomed(feed, Transport.WEBSOCKET);
        assertThat(better.subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsExactly("e1:9");
        assertThat(feed.statistics().reconnects()).isZero();
    }

    @Test
    void another_server_starts_afresh() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        feed.subscribe(List.of(Subscription.quotes(A)));
        FakeTransport.FakeLink first = welcomed(feed, Transport.WEBSOCKET);
        first.says(Said.subscribed("s1", "quotes", "A", false), Said.snapshot("A", 40, "1"));
        feed.apply(new FeedSettings(URI.create("http://other.test"), Transport.WEBSOCKET, false, false));
        loop.run();
        assertThat(first.closed).isTrue();
        FakeTransport.FakeLink second = welcomed(feed, Transport.WEBSOCKET);
        assertThat(second.subscribes())
                .extracting(ClientMessage.Subscribe::since)
                .containsOnlyNulls();
        second.says(Said.snapshot("A", 2, "9"));
        loop.run();
        assertThat(listener.heard(Snapshot.class)).hasSize(2);
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_feed() {
        LiveFeed feed = feed(Transport.WEBSOCKET);
        FakeTransport.FakeLink link = welcomed(feed, Transport.WEBSOCKET);
        listener.failing = true;
        link.says(Said.quote("A", 1, "1"));
        loop.run();
        listener.failing = false;
        link.says(Said.quote("A", 2, "1"));
        loop.run();
        assertThat(listener.heard(Quote.class)).hasSize(1);
        assertThat(feed.state()).isEqualTo(new Live(Transport.WEBSOCKET));
    }
}
