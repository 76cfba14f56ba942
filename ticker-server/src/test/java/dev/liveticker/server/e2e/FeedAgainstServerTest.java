package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.KeptPort;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way, over real sockets: market, hub, transport, feed. */
@Execution(ExecutionMode.CONCURRENT)
class FeedAgainstServerTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final List<Symbol> SYMBOLS =
            List.of(AAPL, Symbol.of("MSFT"), Symbol.of("BTC-USD"), Symbol.of("EURUSD=X"), Symbol.of("^GSPC"));

    private final StreamLog log = new StreamLog();

    private static List<Subscription> everything() {
        List<Subscription> all = new ArrayList<>();
        for (Symbol symbol : SYMBOLS) {
            all.add(Subscription.quotes(symbol));
            all.add(Subscription.trades(symbol));
            all.add(Subscription.bars(symbol, Interval.ONE_MINUTE));
        }
        return all;
    }

    private static FeedSettings settings(URI server, Transport transport, boolean binary) {
        return new FeedSettings(server, transport, binary, true);
    }

    @ParameterizedTest
    @CsvSource({
        "WEBSOCKET, false",
        "WEBSOCKET, true",
        "SSE, false",
        "LONG_POLLING, false",
        "LONG_POLLING, true",
        "POLLING, false",
        "POLLING, true"
    })
    void every_transport_brings_the_same_stream(Transport transport, boolean binary) throws Exception {
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                Feeds.Connected client = Feeds.connect(settings(server.address(), transport, binary), log)) {
            client.feed().subscribe(everything());
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> log.count(Snapshot.class) >= SYMBOLS.size()
                            && log.count(Quote.class) > 20
                            && log.count(Trade.class) > 10
                            && log.count(Bar.class) > 5);
            assertThat(client.feed().state()).isEqualTo(new ConnectionState.Live(transport));
            log.assertInOrderAndNothingTwice();
            log.assertEveryTradeCameOnce();
            assertThat(client.feed().statistics().gaps()).isZero();
        }
    }

    @Test
    void a_change_of_transport_in_mid_stream_loses_and_repeats_nothing() throws Exception {
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                Feeds.Connected client = Feeds.connect(settings(server.address(), Transport.WEBSOCKET, false), log)) {
            client.feed().subscribe(everything());
            for (int round = 0; round < 2; round++) {
                for (Transport transport : Transport.values()) {
                    long before = log.count(Trade.class);
                    client.feed().apply(settings(server.address(), transport, round == 1));
                    await().atMost(Duration.ofSeconds(60))
                            .until(() -> log.count(Trade.class) > before + 10
                                    && client.feed().state().equals(new ConnectionState.Live(transport)));
                }
            }
            log.assertInOrderAndNothingTwice();
            log.assertEveryTradeCameOnce();
            assertThat(client.feed().statistics().gaps()).isZero();
            assertThat(log.messages())
                    .filteredOn(Subscribed.class::isInstance)
                    .extracting(message -> ((Subscribed) message).resumed())
                    .contains(true);
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_server_that_comes_back_is_found_again(Transport transport) throws Exception {
        int port = KeptPort.find();
        TickerServer first =
                TickerServer.start(new ServerOptions("127.0.0.1", port, 1, Set.of(), Duration.ofSeconds(5)));
        URI address = first.address();
        try (Feeds.Connected client = Feeds.connect(settings(address, transport, false), log)) {
            client.feed().subscribe(everything());
            await().atMost(Duration.ofSeconds(60)).until(() -> log.count(Trade.class) > 5);
            first.close();
            await().until(() -> client.feed().state() instanceof ConnectionState.Waiting
                    || client.feed().state() instanceof ConnectionState.Connecting);
            ServerOptions same = new ServerOptions("127.0.0.1", port, 2, Set.of(), Duration.ofSeconds(5));
            try (TickerServer second = TickerServer.start(same)) {
                client.feed().retryNow();
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> log.welcomes().stream()
                                        .map(welcome -> welcome.epoch())
                                        .distinct()
                                        .count()
                                == 2);
                long before = log.count(Quote.class);
                await().atMost(Duration.ofSeconds(60)).until(() -> log.count(Quote.class) > before + 20);
                log.assertInOrderAndNothingTwice();
                assertThat(second.address()).isEqualTo(address);
                assertThat(client.feed().statistics().reconnects()).isPositive();
            }
        } finally {
            first.close();
        }
    }

    @Test
    void without_a_choice_it_takes_the_best() throws Exception {
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                Feeds.Connected client = Feeds.connect(new FeedSettings(server.address(), null, false, true), log)) {
            client.feed().subscribe(List.of(Subscription.quotes(AAPL)));
            await().until(() -> client.feed().state().equals(new ConnectionState.Live(Transport.WEBSOCKET)));
            await().until(() -> client.feed().statistics().latency() != null);
        }
    }

    @Test
    void an_unknown_symbol_is_rejected_and_nothing_else_fails() throws Exception {
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                Feeds.Connected client = Feeds.connect(settings(server.address(), Transport.SSE, false), log)) {
            client.feed()
                    .subscribe(List.of(Subscription.quotes(AAPL), Subscription.quotes(Symbol.of("NO-SUCH-THING"))));
            await().until(() -> log.count(Snapshot.class) == 1);
            Subscribed answer = log.messages().stream()
                    .filter(Subscribed.class::isInstance)
                    .map(Subscribed.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(answer.symbols()).containsExactly(AAPL);
            assertThat(answer.rejected()).containsExactly(new Subscribed.Rejection("NO-SUCH-THING", "unknown_symbol"));
        }
    }

    @Test
    void what_the_feed_ends_with_is_what_the_server_has() throws Exception {
        QuoteBook book = new QuoteBook(System::nanoTime);
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                Feeds.Connected client = Feeds.connect(settings(server.address(), Transport.WEBSOCKET, true), log)) {
            client.feed().subscribe(SYMBOLS.stream().map(Subscription::quotes).toList());
            await().until(() -> log.count(Quote.class) > 50);
            Set<Symbol> alike = new HashSet<>();
            // The market goes on meanwhile, so the two agree on a symbol only now and then.
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                List<Snapshot> theirs = client.data().quotes(SYMBOLS).get(60, TimeUnit.SECONDS);
                book.accept(log.messages());
                for (Snapshot snapshot : theirs) {
                    if (book.entry(snapshot.symbol()).orElseThrow().quote().equals(snapshot.quote())) {
                        alike.add(snapshot.symbol());
                    }
                }
                assertThat(alike).hasSameSizeAs(SYMBOLS);
            });
        }
    }

    @Test
    void market_data_comes_over_rest_and_errors_are_sentences() throws Exception {
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                Feeds.Connected client = Feeds.connect(new FeedSettings(server.address(), null, false, true), log)) {
            MarketData data = client.data();
            assertThat(data.instruments("apple").get(60, TimeUnit.SECONDS))
                    .extracting(Instrument::symbol)
                    .contains(AAPL);
            assertThat(data.instruments("").get(60, TimeUnit.SECONDS)).hasSizeGreaterThanOrEqualTo(200);
            assertThat(data.quotes(SYMBOLS).get(60, TimeUnit.SECONDS)).hasSize(SYMBOLS.size());
            List<Bar> bars = data.bars(AAPL, Interval.FIVE_MINUTES, 100).get(60, TimeUnit.SECONDS);
            assertThat(bars).hasSize(100).isSortedAccordingTo((a, b) -> Long.compare(a.start(), b.start()));
            client.feed().subscribe(List.of(Subscription.trades(AAPL)));
            await().until(() -> log.count(Trade.class) > 3);
            assertThat(data.trades(AAPL, 2).get(60, TimeUnit.SECONDS)).hasSize(2);
            assertThatThrownBy(() -> data.bars(Symbol.of("XYZ-NONE"), Interval.ONE_DAY, 5)
                            .get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("The server does not know the symbol XYZ-NONE.");
            client.feed().apply(new FeedSettings(URI.create("http://127.0.0.1:1"), null, false, true));
            assertThatThrownBy(() -> data.instruments("a").get(60, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("No connection to 127.0.0.1:1.");
        }
    }
}
