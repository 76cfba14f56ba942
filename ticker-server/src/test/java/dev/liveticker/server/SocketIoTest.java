package dev.liveticker.server;

import static dev.liveticker.server.SocketIoSockets.connected;
import static dev.liveticker.server.SocketIoSockets.event;
import static dev.liveticker.server.SocketIoSockets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.AlertSet;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Socket.IO over real sockets, packet by packet: sessions, rooms and what comes in them. */
@Timeout(180)
class SocketIoTest {

    @Test
    void a_session_begins_with_what_the_client_needs_to_know() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Duration.ofSeconds(5), 100);
                SocketIoClient client = new SocketIoClient(server.server.address())) {
            assertThat(client.sid()).hasSizeGreaterThanOrEqualTo(20);
            assertThat(client.handshake.path("upgrades").path(0).asString()).isEqualTo("websocket");
            assertThat(client.handshake.path("pingInterval").asInt()).isEqualTo(10_000);
            assertThat(client.handshake.path("pingTimeout").asInt()).isEqualTo(10_000);
            assertThat(client.handshake.path("maxPayload").asInt()).isEqualTo(65_536);
            assertThat(server.subscribers()).as("nothing is asked for yet").isZero();
        }
    }

    @Test
    void whoever_polls_joins_a_room_and_is_sent_its_quotes_and_trades() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                SocketIoClient client = SocketIoClient.connected(server.server.address())) {
            assertThat(client.post("420[\"join-room\",\"aapl\"]").body()).isEqualTo("ok");
            assertThat(client.next(packet -> packet.startsWith("43")))
                    .isEqualTo("430[{\"accepted\":[\"AAPL\"],\"rejected\":[]}]");
            JsonNode whole = client.event("quote");
            assertThat(whole.path("type").asString()).isEqualTo("snapshot");
            assertThat(whole.path("symbol").asString()).isEqualTo("AAPL");

            server.market.quote(ScriptedMarket.AAPL, "101.25");
            assertThat(client.event("quote").path("bid").decimalValue()).isEqualByComparingTo("101.25");
            server.market.trade(ScriptedMarket.AAPL, "101.50");
            assertThat(client.event("trade").path("price").decimalValue()).isEqualByComparingTo("101.50");
        }
    }

    @Test
    void whoever_uses_a_websocket_from_the_start_does_too() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = connected(server)) {
            socket.send("42[\"join-room\",[\"AAPL\",\"MSFT\"]]");
            assertThat(event(socket, "quote").path("type").asString()).isEqualTo("snapshot");
            assertThat(event(socket, "quote").path("type").asString()).isEqualTo("snapshot");
            server.market.trade(ScriptedMarket.MSFT, "300.00");
            assertThat(event(socket, "trade").path("symbol").asString()).isEqualTo("MSFT");
            assertThat(server.subscribers()).isEqualTo(1);
            socket.send("41");
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void a_session_goes_over_to_a_websocket_and_loses_nothing() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                SocketIoClient client = SocketIoClient.connected(server.server.address())) {
            client.post("42[\"join-room\",\"AAPL\"]");
            client.event("quote");
            client.ask();
            try (RawWebSocket socket = RawWebSocket.at(server.server.address(), client.webSocketTarget())) {
                socket.send("2probe");
                assertThat(text(socket)).isEqualTo("3probe");
                assertThat(client.answer().body()).as("the poll is let go").isEqualTo("6");
                server.market.trade(ScriptedMarket.AAPL, "1.00");
                server.market.trade(ScriptedMarket.AAPL, "2.00");
                socket.send("5");
                server.market.trade(ScriptedMarket.AAPL, "3.00");
                for (int i = 1; i <= 3; i++) {
                    assertThat(event(socket, "trade").path("tradeId").asInt()).isEqualTo(i);
                }
                client.ask();
                assertThat(client.answer().body()).contains("\"code\":3");
                assertThat(server.subscribers()).isEqualTo(1);
            }
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void a_probe_that_comes_to_nothing_leaves_the_session_where_it_is() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                SocketIoClient client = SocketIoClient.connected(server.server.address())) {
            try (RawWebSocket socket = RawWebSocket.at(server.server.address(), client.webSocketTarget())) {
                socket.send("2probe");
                assertThat(text(socket)).isEqualTo("3probe");
            }
            try (RawWebSocket hasty = RawWebSocket.at(server.server.address(), client.webSocketTarget())) {
                hasty.send("5");
                assertThat(hasty.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4400);
            }
            client.post("42[\"join-room\",\"AAPL\"]");
            assertThat(client.event("quote").path("symbol").asString()).isEqualTo("AAPL");
        }
    }

    @Test
    void who_leaves_a_room_hears_of_it_no_more() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = connected(server)) {
            socket.send("42[\"join-room\",\"*\"]");
            for (int i = 0; i < 4; i++) {
                event(socket, "quote");
            }
            socket.send("427[\"leave-room\",[\"AAPL\",\"NOPE\"]]");
            assertThat(text(socket, packet -> packet.startsWith("43")))
                    .isEqualTo("437[{\"accepted\":[\"AAPL\"],"
                            + "\"rejected\":[{\"symbol\":\"NOPE\",\"code\":\"unknown_symbol\"}]}]");
            server.market.quote(ScriptedMarket.AAPL, "101.00");
            server.market.quote(ScriptedMarket.MSFT, "102.00");
            assertThat(event(socket, "quote").path("symbol").asString()).isEqualTo("MSFT");
        }
    }

    @Test
    void a_notification_comes_until_it_is_acknowledged() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket desktop = RawWebSocket.json(server.server.address())) {
            desktop.send("[{\"type\":\"setAlert\",\"id\":\"x\",\"symbol\":\"AAPL\","
                    + "\"condition\":\"crossesAbove\",\"price\":101}]");
            desktop.message(AlertSet.class);
            String id;
            try (SocketIoClient client = SocketIoClient.connected(server.server.address())) {
                server.market.trade(ScriptedMarket.AAPL, "101.50");
                JsonNode notification = client.event("notification");
                assertThat(notification.path("text").asString()).isEqualTo("AAPL at 101.50, above 101");
                id = notification.path("id").asString();
            }
            try (RawWebSocket again = connected(server)) {
                assertThat(event(again, "notification").path("id").asString()).isEqualTo(id);
                again.send("420[\"acknowledge\",\"" + id + "\"]");
                assertThat(text(again)).isEqualTo("430[{\"acknowledged\":\"" + id + "\"}]");
            }
            try (RawWebSocket after = connected(server)) {
                after.send("420[\"join-room\",\"AAPL\"]");
                assertThat(text(after)).as("and no notification before").startsWith("430[");
            }
        }
    }
}
