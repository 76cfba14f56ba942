package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.FeedStatistics;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.SimulationPlan;
import dev.liveticker.server.market.SimulationSettings;
import dev.liveticker.server.market.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every transport through every fault, over real sockets, at the same time: each case has a feed and a proxy of its
 * own. What was seen is left in {@code target/fault-matrix.md}, from where it goes into docs/reliability.md.
 */
@Timeout(180)
class FaultMatrixTest {

    private static final Set<Symbol> SYMBOLS =
            Set.of(Symbol.of("AAPL"), Symbol.of("NVDA"), Symbol.of("BTC-USD"), Symbol.of("EURUSD=X"));
    private static final List<Fault> FAULTS = List.of(
            new Fault.Cut(15_000),
            new Fault.DropHalfway(15_000),
            new Fault.Stall(15_000),
            new Fault.Delay(Duration.ofMillis(300)),
            new Fault.Garbage(15_000, 64),
            new Fault.Trickle(3_000));
    /** How often a fault is to strike before the line is mended. */
    private static final int STRIKES = 2;

    private static final int ENOUGH_TRADES = 20;

    private static TickerServer server;
    private static final List<Case> CASES = new ArrayList<>();

    /** One transport with one fault. */
    record Case(Transport transport, Fault fault, FaultProxy proxy, FeedRecord record, Feeds.Connected connected) {

        static Case begin(Transport transport, Fault fault) throws IOException {
            FaultProxy proxy = new FaultProxy(server.address());
            proxy.set(fault);
            FeedRecord record = new FeedRecord();
            Feeds.Connected connected =
                    Feeds.connect(new FeedSettings(proxy.address(), transport, false, false), record);
            List<Subscription> subscriptions = new ArrayList<>();
            for (Symbol symbol : SYMBOLS) {
                subscriptions.add(Subscription.quotes(symbol));
                subscriptions.add(Subscription.trades(symbol));
                subscriptions.add(Subscription.bars(symbol, Interval.ONE_MINUTE));
            }
            connected.feed().subscribe(subscriptions);
            return new Case(transport, fault, proxy, record, connected);
        }

        /**
         * A line that is only slow still brings something, and is to bring so much; one that breaks may break within
         * the very first answer to a poll, each time.
         */
        boolean struck() {
            boolean slow = fault instanceof Fault.Delay || fault instanceof Fault.Trickle;
            return proxy.harmed() >= STRIKES && (!slow || record.trades() > ENOUGH_TRADES);
        }

        List<Snapshot> whatTheServerHas() {
            return connected.data().quotes(SYMBOLS).join();
        }

        /** Whether the book shows that, or what came after it. */
        boolean shows(List<Snapshot> had) {
            return had.stream().allMatch(this::shows);
        }

        private boolean shows(Snapshot snapshot) {
            Quote whole = snapshot.quote();
            return record.book
                    .entry(snapshot.symbol())
                    .map(entry -> entry.quote().equals(whole) || entry.quote().seq() > whole.seq())
                    .orElse(false);
        }

        @Override
        public String toString() {
            return transport + " through " + fault;
        }
    }

    static Stream<Case> cases() {
        return CASES.stream();
    }

    @BeforeAll
    static void letEveryFaultStrike() throws IOException {
        // Before New York opens, whatever the time is now: in a rush a slow line brings less than has to come.
        SimulationPlan market = new SimulationPlan(
                5,
                Catalogue.builtIn().select(SYMBOLS),
                SimulationSettings.ROUND_THE_CLOCK,
                Speed.REAL_TIME,
                Instant.parse("2026-03-06T12:00:00Z"));
        server = TickerServer.start(new ServerOptions("127.0.0.1", 0, market, Duration.ofSeconds(1)));
        for (Transport transport : Transport.values()) {
            for (Fault fault : FAULTS) {
                CASES.add(Case.begin(transport, fault));
            }
        }
        for (Case each : CASES) {
            await(each.toString()).atMost(Duration.ofSeconds(90)).until(each::struck);
            each.proxy().set(new Fault.None());
            each.proxy().cutAll();
        }
    }

    @AfterAll
    static void writeDownAndStop() throws IOException {
        StringBuilder table = new StringBuilder("| transport | fault | struck | connections | trades | lost"
                + " | duplicates dropped | gaps found | healed |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Case each : CASES) {
            FeedStatistics seen = each.connected().feed().statistics();
            table.append("| %s | %s | %d | %d | %d | %d | %d | %d | %d |\n"
                    .formatted(
                            each.transport(),
                            each.fault(),
                            each.proxy().harmed(),
                            each.proxy().accepted(),
                            each.record().trades(),
                            each.record().missingTrades(),
                            seen.duplicates(),
                            seen.gaps(),
                            seen.healed()));
            each.connected().close();
            each.proxy().close();
        }
        Files.writeString(Path.of("target", "fault-matrix.md"), table);
        await("no subscriber survives its connection")
                .atMost(Duration.ofSeconds(60))
                .until(() -> server.subscribers() == 0);
        server.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void it_is_live_again_and_shows_what_the_server_has(Case each) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            ConnectionState state = each.record().state();
            if (state instanceof ConnectionState.Waiting) {
                // It came back by itself, to be struck again; how long it waits by now is not what is asked here.
                each.connected().feed().retryNow();
            }
            return state instanceof ConnectionState.Live;
        });
        // Asked for once: who polls is always a little behind what the server has at this moment.
        List<Snapshot> had = each.whatTheServerHas();
        await().atMost(Duration.ofSeconds(60)).until(() -> each.shows(had));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_event_comes_twice_and_no_price_is_older_than_the_one_before(Case each) {
        assertThat(each.record().faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_trade_comes_in_at_last(Case each) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(each.record().missingTrades())
                        .as(
                                "missing of %d, %s",
                                each.record().trades(), each.connected().feed().statistics())
                        .isZero());
    }
}
