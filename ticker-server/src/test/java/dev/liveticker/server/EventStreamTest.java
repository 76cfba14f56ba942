package dev.liveticker.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Position;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.quiet();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawEvents events(String query, String... headers) throws IOException {
        return new RawEvents(server.server.address(), "/v1/events?" + query, headers);
    }

    @Test
    void an_event_has_its_place_as_id_and_the_frame_as_one_line_of_data() throws Exception {
        try (RawEvents events = events("symbols=AAPL")) {
            assertThat(events.answer.status()).isEqualTo(200);
            assertThat(events.answer.headers())
                    .containsEntry("content-type", "text/event-stream; charset=utf-8")
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("x-accel-buffering", "no")
                    .doesNotContainKey("server");
            RawEvents.Event first = events.next();
            assertThat(first.retry()).isNotEmpty();
            RawEvents.Event second = events.next();
            assertThat(Position.parse(second.id())).isPresent();
            assertThat(second.event()).isEmpty();
            assertThat(second.data()).startsWith("[{\"type\":\"welcome\"").endsWith("]");
        }
    }

    @Test
    void quotes_are_streamed() throws Exception {
        try (RawEvents events = events("symbols=AAPL,%5EGSPC&channels=quotes")) {
            events.message(Snapshot.class, snapshot -> snapshot.symbol().equals(ScriptedMarket.GSPC));
            server.market.quote(ScriptedMarket.AAPL, "102.5");
            assertThat(events.message(Quote.class).last()).isEqualByComparingTo("102.5");
        }
    }

    @Test
    void a_lone_heartbeat_is_named_so() throws Exception {
        try (ScriptedServer fast = new ScriptedServer(Duration.ofMillis(50), 10);
                RawEvents events = new RawEvents(fast.server.address(), "/v1/events?symbols=AAPL")) {
            RawEvents.Event event = events.next();
            while (event.event().isEmpty()) {
                event = events.next();
            }
            assertThat(event.event()).isEqualTo("heartbeat");
            assertThat(event.data()).startsWith("[{\"type\":\"heartbeat\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Last-Event-ID", "lastEventId", "since"})
    void a_stream_goes_on_where_it_was_cut_without_a_loss_or_a_repetition(String how) throws Exception {
        String query = "symbols=MSFT&channels=trades";
        String place;
        try (RawEvents events = events(query)) {
            events.message(Subscribed.class);
            server.market.trade(ScriptedMarket.MSFT, "1.01");
            assertThat(events.message(Trade.class).tradeId()).isEqualTo(1);
            place = events.lastId();
        }
        server.market.trade(ScriptedMarket.MSFT, "1.02");
        server.market.trade(ScriptedMarket.MSFT, "1.03");
        try (RawEvents events =
                how.startsWith("Last") ? events(query, how + ": " + place) : events(query + "&" + how + "=" + place)) {
            assertThat(events.message(Subscribed.class).resumed()).isTrue();
            assertThat(events.message(Trade.class).tradeId()).isEqualTo(2);
            assertThat(events.message(Trade.class).tradeId()).isEqualTo(3);
        }
    }

    @Test
    void a_place_that_is_none_gets_fresh_snapshots() throws Exception {
        try (RawEvents events = events("symbols=AAPL", "Last-Event-ID: yesterday")) {
            assertThat(events.message(Subscribed.class).resumed()).isFalse();
            events.message(Snapshot.class);
        }
    }

    @Test
    void a_client_that_goes_is_freed_at_once_though_nothing_is_sent() throws Exception {
        try (RawEvents events = events("symbols=AAPL")) {
            events.message(Snapshot.class);
            assertThat(server.subscribers()).isEqualTo(1);
        }
        await().until(() -> server.subscribers() == 0);
    }

    @Test
    void what_a_client_says_beside_the_stream_is_heard() throws Exception {
        try (RawEvents events = events("symbols=AAPL");
                RawHttp http = new RawHttp(server.server.address())) {
            String session = events.message(Welcome.class).session();
            String body = "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"MSFT\"]}]";
            http.post("/v1/sessions/" + session + "/messages", "application/json", body.getBytes(UTF_8));
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEmpty();
            events.message(Snapshot.class, snapshot -> snapshot.symbol().equals(ScriptedMarket.MSFT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"symbols=%FF", "symbols=A&channels=news", "symbols=A&maxRate=x", "channels=quotes"})
    void a_bad_query_is_a_problem_and_takes_no_place(String query) throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/v1/events?" + query);
            RawHttp.Response refused = http.response();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
            assertThat(server.subscribers()).isZero();
        }
    }
}
