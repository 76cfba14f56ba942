package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Snapshot;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PresenceTest {

    private static JsonNode status(ScriptedServer server, String query) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/v1/status" + query);
            return FrameCodec.jsonMapper().readTree(http.response().body());
        }
    }

    private static int subscribers(JsonNode status, String symbol) {
        for (JsonNode room : status.get("symbols")) {
            if (room.get("symbol").asString().equals(symbol)) {
                return room.get("subscribers").asInt();
            }
        }
        return 0;
    }

    @Test
    void it_counts_connections_by_transport_and_subscribers_of_each_symbol() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = RawWebSocket.json(server.server.address());
                RawEvents events = new RawEvents(server.server.address(), "/v1/events?symbols=AAPL,MSFT");
                RawHttp poll = new RawHttp(server.server.address())) {
            socket.send("[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]},"
                    + "{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"AAPL\"]}]");
            socket.message(Snapshot.class);
            events.message(Snapshot.class);
            poll.get("/v1/updates?symbols=AAPL");
            poll.response();

            JsonNode status = status(server, "");
            assertThat(status.at("/connections/webSocket").asInt()).isEqualTo(1);
            assertThat(status.at("/connections/eventStream").asInt()).isEqualTo(1);
            assertThat(status.at("/connections/polling").asInt()).isEqualTo(1);
            assertThat(status.get("users").asInt()).isEqualTo(1);
            assertThat(subscribers(status, "AAPL"))
                    .as("not once for each channel")
                    .isEqualTo(3);
            assertThat(subscribers(status, "MSFT")).isEqualTo(1);
            JsonNode top = status(server, "?limit=1");
            assertThat(top.get("symbols")).hasSize(1);
            assertThat(top.get("subscribedSymbols").asInt()).isEqualTo(2);

            socket.send("[{\"type\":\"unsubscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]},"
                    + "{\"type\":\"unsubscribe\",\"channel\":\"trades\",\"symbols\":[\"AAPL\"]}]");
            await().until(() -> subscribers(status(server, ""), "AAPL") == 2);
        }
    }

    @Test
    void whoever_is_cut_off_is_not_counted_any_more() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet()) {
            List<RawHttp> clients = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                RawHttp http = new RawHttp(server.server.address());
                http.get(i % 2 == 0 ? "/v1/events?symbols=AAPL" : "/v1/updates?symbols=AAPL&wait=60&since=gone:1");
                clients.add(http);
            }
            RawWebSocket socket = RawWebSocket.json(server.server.address());
            socket.send("[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]}]");
            socket.message(Snapshot.class);
            await().until(() -> subscribers(status(server, ""), "AAPL") == 41);
            for (RawHttp client : clients) {
                client.reset();
            }
            socket.http.reset();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                JsonNode status = status(server, "");
                // Polls that were answered before they were cut are away for a while, but are no streams.
                return status.at("/connections/webSocket").asInt() == 0
                        && status.at("/connections/eventStream").asInt() == 0
                        && subscribers(status, "AAPL")
                                == status.at("/connections/polling").asInt();
            });
        }
    }

    @Test
    void only_an_operator_may_ask() throws Exception {
        try (GuardedServer guarded = new GuardedServer(false)) {
            RawHttp.Response refused = guarded.get("/v1/status", GuardedServer.bearer(guarded.token("ana")));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("not_allowed");
            assertThat(guarded.get("/v1/status").status()).isEqualTo(401);
        }
    }
}
