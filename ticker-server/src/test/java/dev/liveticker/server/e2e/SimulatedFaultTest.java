package dev.liveticker.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.feed.ConnectionState;
import dev.liveticker.feed.FaultControl;
import dev.liveticker.feed.FaultRequest;
import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Feeds;
import dev.liveticker.feed.Subscription;
import dev.liveticker.feed.Transport;
import dev.liveticker.message.Snapshot;
import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.ServerOptions;
import dev.liveticker.server.TickerServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The faults that a server simulates on request, through every transport of our own feed at once: it notices, comes
 * back, and in the end shows what the server has with no trade missing.
 */
@Timeout(150)
@Execution(ExecutionMode.CONCURRENT)
class SimulatedFaultTest {

    private static final Symbol BTC = Symbol.of("BTC-USD");
    private static final Set<Symbol> SYMBOLS = Set.of(Symbol.of("EURUSD=X"), BTC, Symbol.of("ETH-USD"));
    private static final int ENOUGH_TRADES = 10;

    private TickerServer server;
    private final List<Follower> followers = new ArrayList<>();

    /** A feed by one transport and all it told. */
    private record Follower(Transport transport, FeedRecord record, Feeds.Connected connected) {

        boolean live() {
            return record.state() instanceof ConnectionState.Live;
        }

        boolean showsWhatTheServerHas() {
            return connected.data().quotes(SYMBOLS).join().stream().allMatch(this::shows);
        }

        private boolean shows(Snapshot snapshot) {
            return record.book
                    .entry(snapshot.symbol())
                    .map(entry -> entry.quote().equals(snapshot.quote())
                            || entry.quote().seq() > snapshot.seq())
                    .orElse(false);
        }

        boolean shows(TradingStatus status) {
            return record.book
                    .entry(BTC)
                    .filter(entry -> entry.quote().status() == status)
                    .isPresent();
        }

        @Override
        public String toString() {
            return transport + " in " + record.state() + ", " + connected.feed().statistics();
        }
    }

    @BeforeEach
    void follow() throws IOException {
        server = TickerServer.start(
                new ServerOptions("127.0.0.1", 0, 5, SYMBOLS, Duration.ofSeconds(1)).withFaults(true));
        for (Transport transport : Transport.values()) {
            FeedRecord record = new FeedRecord();
            Feeds.Connected connected =
                    Feeds.connect(new FeedSettings(server.address(), transport, false, true), record);
            for (Symbol symbol : SYMBOLS) {
                connected
                        .feed()
                        .subscribe(List.of(
                                Subscription.quotes(symbol),
                                Subscription.trades(symbol),
                                Subscription.bars(symbol, Interval.ONE_MINUTE)));
            }
            followers.add(new Follower(transport, record, connected));
        }
        all("trades come", follower -> follower.live() && follower.record().trades() > 0);
    }

    @AfterEach
    void stop() {
        followers.forEach(follower -> follower.connected().close());
        server.close();
    }

    @Test
    void cut_off_it_waits_and_comes_back() {
        begin(FaultRequest.of(FaultKind.DROP, 60));
        all("was cut off", follower -> follower.record().wasIn(ConnectionState.Waiting.class));
        endAndCheck();
    }

    @Test
    void told_when_to_come_again_it_does_not_come_before_and_comes_then() {
        begin(FaultRequest.of(FaultKind.DROP, 3).cutting("close"));
        all("was told to wait", follower -> follower.record().wasIn(ConnectionState.Waiting.class));
        check();
    }

    @Test
    void in_silence_it_notices_and_connects_anew() {
        begin(FaultRequest.of(FaultKind.STALL, 120));
        all("noticed", follower -> follower.record().wasIn(ConnectionState.Stale.class));
        all("tries again", follower -> follower.record().wasIn(ConnectionState.Waiting.class));
        endAndCheck();
    }

    @Test
    void with_everything_late_it_goes_on() {
        begin(FaultRequest.of(FaultKind.DELAY, 120).byMillis(300));
        List<Long> before =
                followers.stream().map(follower -> follower.record().trades()).toList();
        all(
                "goes on",
                follower -> follower.record().trades() > before.get(followers.indexOf(follower)) + ENOUGH_TRADES);
        endAndCheck();
    }

    @Test
    void of_trades_that_got_lost_it_finds_the_gap_and_fills_it() {
        begin(FaultRequest.of(FaultKind.SKIP, 120));
        all("found it", follower -> follower.connected().feed().statistics().gaps() > 1);
        endAndCheck();
        all("filled it", follower -> follower.connected().feed().statistics().healed() > 0);
    }

    @Test
    void a_halt_is_shown_and_its_end_too() {
        begin(FaultRequest.of(FaultKind.HALT, 120).ofSymbols(List.of(BTC)));
        all("shows the halt", follower -> follower.shows(TradingStatus.HALTED));
        endAndCheck();
        all("shows the end", follower -> follower.shows(TradingStatus.OPEN));
    }

    @Test
    void all_of_them_at_once_are_outlived() {
        for (FaultKind kind : FaultKind.values()) {
            FaultRequest request = FaultRequest.of(kind, 2);
            begin(kind == FaultKind.HALT ? request.ofSymbols(List.of(BTC)) : request);
        }
        all("noticed", follower -> follower.record().wasIn(ConnectionState.Waiting.class));
        check();
    }

    private void begin(FaultRequest fault) {
        assertThat(faults().begin(fault).join())
                .anySatisfy(running -> assertThat(running.kind()).isEqualTo(fault.kind()));
    }

    private FaultControl faults() {
        return followers.getFirst().connected().faults();
    }

    private void endAndCheck() {
        assertThat(faults().endAll().join()).isEmpty();
        check();
    }

    /** It ends with the truth, and nothing came twice or in the wrong order. */
    private void check() {
        all("is live again", Follower::live);
        all("shows what the server has", Follower::showsWhatTheServerHas);
        all("misses no trade", follower -> follower.record().missingTrades() == 0);
        for (Follower follower : followers) {
            assertThat(follower.record().faults()).as(follower.toString()).isEmpty();
        }
    }

    private void all(String what, Predicate<Follower> does) {
        for (Follower follower : followers) {
            soon(what + ": " + follower.transport()).until(() -> does.test(follower));
        }
    }

    private static ConditionFactory soon(String what) {
        return await(what).atMost(Duration.ofSeconds(60));
    }
}
