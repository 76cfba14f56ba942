package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Acknowledged;
import dev.liveticker.message.AlertSet;
import dev.liveticker.message.Alerts;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.server.cluster.ClusterSettings;
import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.cluster.State;
import dev.liveticker.server.market.MarketPlan;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several servers that follow one log, here in memory. */
@Timeout(180)
class ClusterTest {

    private static final ClusterSettings SETTINGS = ClusterSettings.of(URI.create("redis://127.0.0.1:1"));
    private static final String TRADES = "[{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"AAPL\"]%s}]";
    private static final String SET =
            "[{\"type\":\"setAlert\",\"id\":\"x\",\"symbol\":\"AAPL\",\"condition\":\"crossesAbove\",\"price\":101}]";

    private final MemoryLog log = new MemoryLog();
    private final List<TickerServer> servers = new ArrayList<>();
    private final List<MemoryLog.Member> members = new ArrayList<>();

    /** Opened by the nodes in turn; the newest of a node that runs the market is started. */
    private final List<ScriptedMarket> opened = new CopyOnWriteArrayList<>();

    /** One that is ready. */
    private TickerServer node() throws IOException {
        TickerServer server = node(_ -> {
            ScriptedMarket market = new ScriptedMarket();
            opened.add(market);
            return market;
        });
        ready(server);
        return server;
    }

    private TickerServer node(MarketPlan plan) throws IOException {
        MemoryLog.Member member = log.join();
        members.add(member);
        TickerServer server = TickerServer.start(
                new ServerOptions("127.0.0.1", 0, plan, Duration.ofMinutes(1)).withCluster(SETTINGS), _ -> member);
        servers.add(server);
        return server;
    }

    private static void ready(TickerServer server) {
        await().untilAsserted(() -> assertThat(status(server, "/readyz")).isEqualTo(200));
    }

    private static int status(TickerServer server, String target) throws IOException {
        try (RawHttp http = new RawHttp(server.address())) {
            http.get(target);
            return http.response().status();
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(TickerServer::close);
    }

    @Test
    void every_node_says_the_same_under_the_same_numbers_and_ids() throws Exception {
        TickerServer one = node();
        TickerServer two = node();
        ScriptedMarket market = running(2);
        try (RawWebSocket here = RawWebSocket.json(one.address());
                RawWebSocket there = RawWebSocket.json(two.address())) {
            Welcome welcome = here.message(Welcome.class);
            assertThat(there.message(Welcome.class).epoch()).isEqualTo(welcome.epoch());
            assertThat(welcome.session())
                    .startsWith(members.getFirst().peers().self())
                    .hasSize(40);
            here.send(TRADES.formatted(""));
            there.send(TRADES.formatted(""));
            here.message(Subscribed.class);
            there.message(Subscribed.class);
            market.trade(ScriptedMarket.AAPL, "100.50");
            Trade trade = here.message(Trade.class);
            assertThat(trade.tradeId()).isEqualTo(1);
            assertThat(there.message(Trade.class)).isEqualTo(trade);
        }
        assertThat(one.standing()).map(Standing::role).contains(Standing.Role.LEADING);
        assertThat(two.standing()).map(Standing::role).contains(Standing.Role.FOLLOWING);
    }

    /** The market that runs, once so many were opened in all. */
    private ScriptedMarket running(int atLeast) {
        await().until(() -> opened.size() >= atLeast && opened.stream().anyMatch(ScriptedMarket::started));
        return opened.stream().filter(ScriptedMarket::started).toList().getLast();
    }

    @Test
    void a_client_goes_on_at_another_node_with_nothing_lost_or_doubled() throws Exception {
        TickerServer one = node();
        TickerServer two = node();
        ScriptedMarket market = running(2);
        String epoch;
        long position;
        try (RawWebSocket here = RawWebSocket.json(one.address())) {
            epoch = here.message(Welcome.class).epoch();
            here.send(TRADES.formatted(""));
            here.message(Subscribed.class);
            members.get(1).hold();
            for (int i = 0; i < 20; i++) {
                market.trade(ScriptedMarket.AAPL, "100.50");
            }
            position = here.message(Trade.class, trade -> trade.tradeId() == 15).seq();
        }
        try (RawWebSocket there = RawWebSocket.json(two.address())) {
            // The other node has yet to hear of any of it.
            there.send(TRADES.formatted(",\"since\":\"" + epoch + ":" + position + "\""));
            there.message(Welcome.class);
            members.get(1).release();
            assertThat(there.message(Subscribed.class).resumed()).isTrue();
            market.trade(ScriptedMarket.AAPL, "100.50");
            for (long id = 16; id <= 21; id++) {
                assertThat(there.message(Trade.class).tradeId()).isEqualTo(id);
            }
        }
    }

    @Test
    void a_node_that_comes_later_has_what_the_others_know() throws Exception {
        TickerServer one = node();
        ScriptedMarket market = running(2);
        try (RawWebSocket here = RawWebSocket.json(one.address())) {
            here.send(SET);
            here.message(AlertSet.class);
            market.trade(ScriptedMarket.AAPL, "102.00");
            Notification notification = here.message(Notification.class);
            TickerServer two = node();
            try (RawWebSocket there = RawWebSocket.json(two.address())) {
                assertThat(there.message(Notification.class)).isEqualTo(notification);
                there.send("[{\"type\":\"listAlerts\"}]");
                Alerts alerts = there.message(Alerts.class);
                assertThat(alerts.alerts())
                        .singleElement()
                        .satisfies(alert -> assertThat(alert.active()).isFalse());
                assertThat(alerts.durable()).isTrue();
            }
        }
    }

    @Test
    void an_alert_set_on_one_node_fires_on_all_and_an_acknowledgement_on_one_silences_all() throws Exception {
        TickerServer one = node();
        TickerServer two = node();
        ScriptedMarket market = running(2);
        try (RawWebSocket here = RawWebSocket.json(one.address());
                RawWebSocket there = RawWebSocket.json(two.address())) {
            there.message(Welcome.class);
            here.send(SET);
            assertThat(here.message(AlertSet.class).alert().id()).isEqualTo("x");
            assertThat(there.message(AlertSet.class).alert().id()).isEqualTo("x");
            market.trade(ScriptedMarket.AAPL, "101.50");
            Notification notification = there.message(Notification.class);
            assertThat(here.message(Notification.class)).isEqualTo(notification);
            there.send("[{\"type\":\"acknowledge\",\"id\":\"" + notification.id() + "\"}]");
            assertThat(there.message(Acknowledged.class).id()).isEqualTo(notification.id());
            assertThat(here.message(Acknowledged.class).id()).isEqualTo(notification.id());
        }
    }

    @Test
    void while_the_log_is_away_a_request_is_refused_and_nothing_of_it_is_done() throws Exception {
        TickerServer one = node();
        try (RawWebSocket here = RawWebSocket.json(one.address())) {
            log.away(true);
            here.send(SET);
            Failure failure = here.message(Failure.class);
            assertThat(failure.code()).isEqualTo("unavailable");
            assertThat(failure.id()).isEqualTo("x");
            assertThat(failure.retryAfterMillis()).isPositive();
            log.away(false);
            here.send("[{\"type\":\"listAlerts\"}]");
            assertThat(here.message(Alerts.class).alerts()).isEmpty();
            here.send(SET);
            here.message(AlertSet.class);
        }
    }

    @Test
    void trades_go_on_with_the_next_id_when_another_node_runs_the_market() throws Exception {
        node();
        TickerServer two = node();
        ScriptedMarket first = running(2);
        try (RawWebSocket there = RawWebSocket.json(two.address())) {
            there.send(TRADES.formatted(""));
            there.message(Subscribed.class);
            first.trade(ScriptedMarket.AAPL, "100.50");
            assertThat(there.message(Trade.class).tradeId()).isEqualTo(1);
            int before = opened.size();
            members.get(1).lead();
            await().until(() -> opened.size() > before && opened.getLast().started());
            // Of the one that was replaced nothing is taken any more.
            first.trade(ScriptedMarket.AAPL, "999.00");
            opened.getLast().trade(ScriptedMarket.AAPL, "100.60");
            Trade next = there.message(Trade.class);
            assertThat(next.tradeId()).isEqualTo(2);
            assertThat(next.price()).isEqualByComparingTo("100.60");
        }
    }

    @Test
    void a_node_that_is_of_no_use_sends_clients_to_the_next_and_is_back_when_it_is_again() throws Exception {
        TickerServer one = node();
        try (RawWebSocket here = RawWebSocket.json(one.address())) {
            here.message(Welcome.class);
            members.getFirst().cutOff(true);
            assertThat(here.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1001);
        }
        await().untilAsserted(() -> assertThat(status(one, "/readyz")).isEqualTo(503));
        try (RawHttp http = new RawHttp(one.address())) {
            http.get("/v1/quotes?symbols=AAPL");
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsKey("retry-after");
        }
        try (RawWebSocket refused = RawWebSocket.json(one.address())) {
            assertThat(refused.answer.status()).isEqualTo(503);
        }
        assertThat(status(one, "/healthz")).isEqualTo(200);
        members.getFirst().cutOff(false);
        ready(one);
        assertThat(status(one, "/v1/instruments")).isEqualTo(200);
    }

    @Test
    void a_state_taken_up_sends_clients_away_and_everything_goes_on_from_it() throws Exception {
        TickerServer one = node();
        ScriptedMarket market = running(2);
        try (RawWebSocket here = RawWebSocket.json(one.address())) {
            here.send(SET);
            here.message(AlertSet.class);
            market.trade(ScriptedMarket.AAPL, "100.10");
            State state = members.getFirst().capture();
            // As where Redis has lost its data: the same under another name.
            members.getFirst().restore(new State("another", 0, state.body()));
            assertThat(here.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1001);
        }
        try (RawWebSocket again = RawWebSocket.json(one.address())) {
            assertThat(again.message(Welcome.class).epoch()).isEqualTo("another");
            again.send(TRADES.formatted(""));
            again.message(Subscribed.class);
            market.trade(ScriptedMarket.AAPL, "101.10");
            assertThat(again.message(Trade.class).tradeId()).isEqualTo(2);
            assertThat(again.message(Notification.class).id()).startsWith("another-");
        }
    }

    @Test
    void a_market_with_a_time_of_its_own_cannot_be_a_clusters() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node(_ -> new ScriptedMarket("ALONE") {
                    @Override
                    public boolean standsAlone() {
                        return true;
                    }
                }))
                .withMessageContaining("ALONE")
                .withMessageContaining("time of its own");
    }
}
