package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.SimulationPlan;
import dev.liveticker.server.market.SimulationSettings;
import dev.liveticker.server.market.Speed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A feed of a market whose time is not that of the clock on the wall. */
@Execution(ExecutionMode.CONCURRENT)
class MarketTimeTest {

    private static final Symbol AAPL = Symbol.of("AAPL");

    /** Twice as long a silence makes a feed stale, which it is not to be. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    private final StreamLog log = new StreamLog();

    @ParameterizedTest
    @CsvSource({"2001-09-17T13:30:00Z, 60", "2150-03-06T14:30:00Z, 5", "2001-09-17T13:30:00Z, 1000"})
    void its_feed_is_live_and_measures_its_latency_whatever_the_time_is(Instant start, String speed) throws Exception {
        SimulationPlan plan = new SimulationPlan(
                3,
                Catalogue.builtIn().select(Set.of(AAPL)),
                SimulationSettings.ROUND_THE_CLOCK,
                Speed.parse(speed),
                start);
        ServerOptions options = new ServerOptions("127.0.0.1", 0, plan, HEARTBEAT);
        try (TickerServer server = TickerServer.start(options);
                Feeds.Connected client =
                        Feeds.connect(new FeedSettings(server.address(), Transport.WEBSOCKET, false, true), log)) {
            client.feed().subscribe(List.of(Subscription.quotes(AAPL), Subscription.trades(AAPL)));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> log.count(Trade.class) > 50
                            && log.count(Heartbeat.class) > 1
                            && client.feed().statistics().latency() != null);

            assertThat(log.states())
                    .contains(new ConnectionState.Live(Transport.WEBSOCKET))
                    .doesNotHaveAnyElementsOfTypes(ConnectionState.Stale.class, ConnectionState.Waiting.class);
            // Reckoned with the market's time it would be years, or less than nothing.
            assertThat(client.feed().statistics().latency()).isBetween(Duration.ZERO, Duration.ofDays(1));
            assertThat(client.feed().statistics().reconnects()).isZero();
            log.assertInOrderAndNothingTwice();
        }
    }
}
