package dev.liveticker.server;

import static dev.liveticker.server.ScriptedMarket.AAPL;
import static dev.liveticker.server.ScriptedMarket.MSFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.TradingStatus;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client that does nothing by itself sees of each fault. */
@Timeout(180)
class FaultsOnTheWireTest {

    private static final String ALL = "/v1/events?symbols=AAPL,MSFT&channels=quotes,trades";
    private static final String SUBSCRIBE = "[{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"AAPL\"]}]";

    /** Long enough to see that nothing comes. */
    private static final int A_WHILE_MILLIS = 300;

    private final ScriptedServer server = new ScriptedServer(
            ScriptedServer.options(Duration.ofMinutes(1)).withFaults(true), 100, Duration.ofSeconds(2));

    FaultsOnTheWireTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void dropped_without_a_word_connections_are_reset_and_requests_too() throws Exception {
        try (RawEvents events = events();
                RawWebSocket socket = socket()) {
            begin("{\"kind\":\"drop\",\"seconds\":60}");

            assertThatThrownBy(() -> socket.message(Trade.class)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> events.message(Trade.class)).isInstanceOf(IOException.class);
        }
        await().until(() -> server.subscribers() == 0);
        assertThatThrownBy(() -> get("/v1/quotes?symbols=AAPL")).isInstanceOf(IOException.class);

        end();
        assertThat(get("/v1/quotes?symbols=AAPL").status()).isEqualTo(200);
    }

    @Test
    void dropped_with_a_good_bye_connections_are_told_and_requests_when_to_come_again() throws Exception {
        try (RawEvents events = events();
                RawWebSocket socket = socket()) {
            begin("{\"kind\":\"drop\",\"seconds\":60,\"how\":\"close\"}");

            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1001);
            for (RawEvents.Event event = events.next(); event != null; event = events.next()) {
                assertThat(event.data()).isNotNull();
            }
        }
        RawHttp.Response away = get("/v1/quotes?symbols=AAPL");
        assertThat(away.status()).isEqualTo(503);
        assertThat(Integer.parseInt(away.headers().get("retry-after"))).isBetween(1, 60);
        assertThat(away.body()).contains("overloaded");

        end();
        assertThat(get("/v1/quotes?symbols=AAPL").status()).isEqualTo(200);
    }

    @Test
    void stalled_nothing_at_all_leaves_and_then_everything_goes_on_where_it_was() throws Exception {
        try (RawEvents events = events();
                RawWebSocket socket = socket();
                RawHttp late = new RawHttp(server.server.address())) {
            begin("{\"kind\":\"stall\",\"seconds\":60}");
            for (int i = 0; i < 5; i++) {
                server.market.trade(AAPL, "101.0" + i);
            }
            socket.send(RawWebSocket.PING, new byte[] {7});
            late.get("/v1/trades?symbol=AAPL");
            assertSilent(socket.http);
            assertSilent(late);

            end();
            assertThat(late.response().body()).contains("\"trades\":");
            for (long id = 1; id <= 5; id++) {
                long next = id;
                assertThat(events.message(Trade.class).tradeId()).isEqualTo(next);
                assertThat(socket.message(Trade.class).tradeId()).isEqualTo(next);
            }
            server.market.trade(AAPL, "102.00");
            assertThat(socket.message(Trade.class).tradeId()).isEqualTo(6);
            assertThat(events.message(Trade.class).tradeId()).isEqualTo(6);
        }
    }

    @Test
    void stalled_nobody_is_ended_for_reading_nothing_however_long_it_takes() throws Exception {
        try (RawWebSocket socket = socket()) {
            begin("{\"kind\":\"stall\",\"seconds\":4}");
            server.market.trade(AAPL, "101.00");
            // Twice the deadline for a frame; ended by itself, not by a request.
            assertThat(socket.message(Trade.class).tradeId()).isEqualTo(1);
            server.market.trade(AAPL, "102.00");
            assertThat(socket.message(Trade.class).tradeId()).isEqualTo(2);
        }
    }

    @Test
    void delayed_what_is_sent_waits_and_comes_in_order_and_whole() throws Exception {
        try (RawEvents events = events();
                RawWebSocket socket = socket();
                RawHttp late = new RawHttp(server.server.address())) {
            begin("{\"kind\":\"delay\",\"seconds\":60,\"millis\":10000}");
            server.market.trades(AAPL, 500);
            late.get("/v1/trades?symbol=AAPL");
            assertSilent(socket.http);
            assertSilent(late);

            end();
            server.market.trades(AAPL, 500);
            for (long id = 1; id <= 1_000; id++) {
                assertThat(events.message(Trade.class).tradeId()).isEqualTo(id);
                assertThat(socket.message(Trade.class).tradeId()).isEqualTo(id);
            }
            assertThat(late.response().status()).isEqualTo(200);
        }
    }

    @Test
    void a_shorter_delay_holds_for_what_waits_already() throws Exception {
        try (RawWebSocket socket = socket()) {
            begin("{\"kind\":\"delay\",\"seconds\":60,\"millis\":10000}");
            server.market.trades(AAPL, 3);
            assertSilent(socket.http);
            begin("{\"kind\":\"delay\",\"seconds\":60,\"millis\":1}");
            server.market.trades(AAPL, 3);
            for (long id = 1; id <= 6; id++) {
                assertThat(socket.message(Trade.class).tradeId()).isEqualTo(id);
            }
        }
    }

    @Test
    void a_short_delay_lets_everything_through() throws Exception {
        begin("{\"kind\":\"delay\",\"seconds\":60,\"millis\":30}");
        try (RawEvents events = events();
                RawWebSocket socket = socket()) {
            for (long id = 1; id <= 20; id++) {
                server.market.trade(AAPL, "101.00");
                assertThat(events.message(Trade.class).tradeId()).isEqualTo(id);
                assertThat(socket.message(Trade.class).tradeId()).isEqualTo(id);
            }
        }
        try (RawHttp closing = new RawHttp(server.server.address())) {
            closing.get("/v1/trades?symbol=AAPL", "Connection: close");
            assertThat(closing.response().status()).isEqualTo(200);
            assertThat(closing.in.read()).as("closed only after the answer").isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay", "stall"})
    void a_client_that_goes_away_meanwhile_leaves_nothing_behind(String kind) throws Exception {
        try (RawEvents events = events();
                RawWebSocket socket = socket()) {
            begin("{\"kind\":\"" + kind + "\",\"seconds\":60}");
            server.market.trades(AAPL, 500);
            events.http.reset();
            socket.http.reset();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> server.subscribers() == 0);
    }

    @Test
    void skipped_a_trade_is_in_no_stream_but_can_be_had() throws Exception {
        try (RawEvents events = events();
                RawWebSocket socket = socket()) {
            server.market.trade(AAPL, "101.00");
            begin("{\"kind\":\"skip\",\"seconds\":60,\"times\":1,\"symbols\":[\"AAPL\"]}");
            server.market.trade(AAPL, "102.00");
            server.market.trade(MSFT, "50.00");
            server.market.trade(AAPL, "103.00");

            assertThat(socket.message(Trade.class).tradeId()).isEqualTo(1);
            assertThat(socket.message(Trade.class).tradeId()).isEqualTo(3);
            assertThat(events.message(Trade.class).tradeId()).isEqualTo(1);
            assertThat(events.message(Trade.class).symbol()).isEqualTo(MSFT);
            assertThat(events.message(Trade.class).tradeId()).isEqualTo(3);
            assertThat(get("/v1/trades?symbol=AAPL").body()).contains("\"tradeId\":2,", "102.00");
        }
    }

    @Test
    void halted_a_symbol_says_so_and_is_silent_and_then_opens_again() throws Exception {
        try (RawEvents events = events()) {
            begin("{\"kind\":\"halt\",\"seconds\":60,\"symbols\":[\"AAPL\"]}");
            Status halted = events.message(Status.class);
            assertThat(halted.symbol()).isEqualTo(AAPL);
            assertThat(halted.status()).isEqualTo(TradingStatus.HALTED);
            assertThat(halted.reason()).isEqualTo("simulated fault");
            server.market.trade(AAPL, "101.00");
            server.market.quote(AAPL, "101.00");
            server.market.trade(MSFT, "50.00");
            assertThat(events.message(Trade.class).symbol()).isEqualTo(MSFT);

            end();
            assertThat(events.message(Status.class).status()).isEqualTo(TradingStatus.OPEN);
            events.message(
                    Quote.class,
                    quote -> quote.symbol().equals(AAPL) && quote.last().intValue() == 101);
            server.market.trade(AAPL, "102.00");
            assertThat(events.message(Trade.class).tradeId())
                    .as("nothing is missing")
                    .isEqualTo(1);
        }
    }

    @Test
    void faults_that_come_together_are_all_in_force() throws Exception {
        try (RawWebSocket socket = socket()) {
            begin("{\"kind\":\"stall\",\"seconds\":60}");
            begin("{\"kind\":\"delay\",\"seconds\":60,\"millis\":1}");
            begin("{\"kind\":\"skip\",\"seconds\":60,\"times\":1}");
            server.market.trades(AAPL, 3);
            assertSilent(socket.http);
            end();
            assertThat(List.of(
                            socket.message(Trade.class).tradeId(),
                            socket.message(Trade.class).tradeId()))
                    .containsExactly(2L, 3L);
        }
    }

    @Test
    void the_market_is_named_in_the_welcome() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            Welcome welcome = socket.message(Welcome.class);
            assertThat(welcome.source()).isEqualTo("SCRIPTED");
            assertThat(welcome.simulated()).isTrue();
        }
    }

    private RawEvents events() throws Exception {
        RawEvents events = new RawEvents(server.server.address(), ALL);
        events.message(Snapshot.class, snapshot -> snapshot.symbol().equals(MSFT));
        return events;
    }

    private RawWebSocket socket() throws Exception {
        RawWebSocket socket = RawWebSocket.json(server.server.address());
        socket.send(SUBSCRIBE);
        socket.message(Subscribed.class);
        return socket;
    }

    /** What came before the fault may still be on its way; after that nothing is. */
    private static void assertSilent(RawHttp http) throws IOException {
        http.socket.setSoTimeout(A_WHILE_MILLIS);
        assertThatThrownBy(http.in::read).isInstanceOf(SocketTimeoutException.class);
        http.socket.setSoTimeout(RawHttp.PATIENCE_MILLIS);
    }

    private void begin(String fault) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.post("/v1/faults", "application/json", fault.getBytes(StandardCharsets.UTF_8));
            assertThat(http.response().status()).isEqualTo(200);
        }
    }

    private void end() throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("DELETE /v1/faults HTTP/1.1", "Host: localhost");
            assertThat(http.response().body()).isEqualTo("{\"faults\":[]}");
        }
    }

    private RawHttp.Response get(String target) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get(target);
            return http.response();
        }
    }
}
