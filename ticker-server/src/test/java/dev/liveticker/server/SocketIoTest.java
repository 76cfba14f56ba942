package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.AlertSet;
import dev.liveticker.model.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Socket.IO over real sockets, packet by packet. */
@Timeout(180)
class SocketIoTest {

    /** A heartbeat for those that wait for a client to be given up; half the time that one has to answer a ping. */
    private static final Duration BRISK = Duration.ofMillis(750);

    private static RawWebSocket socket(ScriptedServer server) throws IOException {
        return RawWebSocket.at(server.server.address(), SocketIoClient.WEBSOCKET);
    }

    private static RawWebSocket connected(ScriptedServer server) throws IOException {
        RawWebSocket socket = socket(server);
        assertThat(text(socket)).startsWith("0{");
        socket.send("40");
        assertThat(text(socket)).startsWith("40{\"sid\":");
        return socket;
    }

    private static String text(RawWebSocket socket) throws IOException {
        return new String(socket.next(RawWebSocket.TEXT).bytes(), StandardCharsets.UTF_8);
    }

    private static String text(RawWebSocket socket, Predicate<String> wanted) throws IOException {
        String text = text(socket);
        while (!wanted.test(text)) {
            text = text(socket);
        }
        return text;
    }

    private static JsonNode event(RawWebSocket socket, String name) throws IOException {
        return SocketIoClient.argument(text(socket, packet -> packet.startsWith("42[\"" + name + "\"")));
    }

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

    @ParameterizedTest
    @CsvSource({
        "/socket.io/?transport=polling, 5",
        "/socket.io/?EIO=3&transport=polling, 5",
        "/socket.io/?EIO=4, 0",
        "/socket.io/?EIO=4&transport=webtransport, 0",
        "/socket.io/?EIO=4&transport=polling&sid=nobody, 1",
        "/socket.io/?EIO=4&transport=websocket&sid=nobody, 1"
    })
    void a_request_that_cannot_be_is_answered_in_engine_ios_own_words(String target, int code) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawHttp http = new RawHttp(server.server.address())) {
            http.get(target);
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(FrameCodec.jsonMapper()
                            .readTree(answer.body())
                            .path("code")
                            .asInt())
                    .isEqualTo(code);
        }
    }

    @Test
    void a_session_cannot_begin_with_something_said() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawHttp http = new RawHttp(server.server.address())) {
            http.post(SocketIoClient.POLLING, "text/plain", new byte[] {'4', '0'});
            assertThat(http.response().body()).contains("\"code\":2");
        }
    }

    @Test
    void two_polls_at_once_are_one_too_many() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                SocketIoClient client = SocketIoClient.connected(server.server.address());
                RawHttp second = new RawHttp(server.server.address())) {
            client.ask();
            // That the first is there is seen by what it brings.
            client.post("42[\"join-room\",\"AAPL\"]");
            assertThat(client.answer().body()).contains("\"snapshot\"");
            client.ask();
            second.get(client.target());
            assertThat(List.of(second.response().body(), client.answer().body()))
                    .anyMatch(body -> body.equals("1"))
                    .anyMatch(body -> body.contains("\"code\":3"));
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void other_namespaces_are_refused_and_the_default_one_still_to_be_had() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = socket(server)) {
            socket.send("40/admin,{\"token\":\"x\"}");
            assertThat(text(socket, packet -> packet.startsWith("4")))
                    .startsWith("44/admin,{")
                    .contains("\"message\":\"Invalid namespace\"");
            socket.send("40");
            assertThat(text(socket)).startsWith("40{");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"join-room\",\"AAPL\"]",
                "4",
                "49",
                "40[]",
                "40{\"token\":",
                "451-[\"photo\",{\"_placeholder\":true,\"num\":0}]",
                "5",
                "2",
                "x",
                ""
            })
    void what_is_out_of_order_or_no_packet_is_told_and_ends_the_session(String packet) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = socket(server)) {
            text(socket);
            socket.send(packet);
            assertThat(text(socket)).startsWith("44{").contains("\"code\":\"malformed\"");
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4400);
        }
    }

    @Test
    void binary_attachments_are_refused_by_name() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = connected(server);
                RawWebSocket other = connected(server)) {
            socket.send("451-[\"photo\",{\"_placeholder\":true,\"num\":0}]");
            assertThat(event(socket, "error").path("message").asString()).contains("binary");
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4400);
            other.send(RawWebSocket.BINARY, new byte[] {1, 2, 3});
            assertThat(other.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1003);
        }
    }

    @Test
    void events_that_are_not_known_or_lack_something_are_told_where_the_client_waits() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = connected(server)) {
            socket.send("421[\"dance\"]");
            assertThat(text(socket)).startsWith("431[{\"error\":").contains("unknown_event");
            socket.send("422[\"join-room\"]");
            assertThat(text(socket)).startsWith("432[{\"error\":").contains("bad_arguments");
            socket.send("423[\"join-room\",[\"AAPL\",7]]");
            assertThat(text(socket)).startsWith("433[{\"error\":").contains("bad_arguments");
            socket.send("42[\"dance\"]");
            assertThat(event(socket, "error").path("code").asString()).isEqualTo("unknown_event");
            socket.send("42[\"join-room\",\"NOPE\"]");
            assertThat(event(socket, "error")
                            .path("rejected")
                            .path(0)
                            .path("code")
                            .asString())
                    .isEqualTo("unknown_symbol");
            socket.send("424[\"authenticate\",\"token\"]");
            assertThat(text(socket)).startsWith("434[{\"error\":").contains("not_supported");
        }
    }

    @Test
    void where_tokens_are_asked_for_one_has_to_come_with_the_connect() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                RawWebSocket socket = socket(server.server)) {
            text(socket);
            socket.send("40");
            assertThat(text(socket)).startsWith("44{").contains("\"code\":\"unauthenticated\"");
            socket.send("40{\"token\":\"wrong\"}");
            assertThat(text(socket)).startsWith("44{").contains("\"code\":\"invalid_token\"");
            socket.send("40{\"token\":\"" + server.expired("ana") + "\"}");
            assertThat(text(socket)).startsWith("44{").contains("\"code\":\"token_expired\"");
            socket.send("40{\"token\":\"" + server.token("ana") + "\"}");
            assertThat(text(socket)).startsWith("40{");
            socket.send("420[\"authenticate\",{\"token\":\"" + server.token("ana") + "\"}]");
            assertThat(text(socket)).startsWith("430[{\"user\":\"ana\",\"expires\":");
            socket.send("421[\"authenticate\",\"" + server.token("ben") + "\"]");
            assertThat(text(socket)).startsWith("431[{\"error\":").contains("not_allowed");
            assertThat(server.log).noneMatch(line -> line.contains("eyJ"));
        }
    }

    @Test
    void a_token_in_the_first_requests_headers_is_as_good() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                SocketIoClient client =
                        new SocketIoClient(server.server.server.address(), GuardedServer.bearer(server.token("ana")))) {
            client.post("40");
            assertThat(client.next(packet -> packet.startsWith("4"))).startsWith("40{");
        }
    }

    @Test
    void a_room_that_the_token_does_not_allow_is_rejected() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                RawWebSocket socket = socket(server.server)) {
            text(socket);
            String token = server.token("ana", Duration.ofHours(1), EnumSet.of(Channel.QUOTES), "AAPL");
            socket.send("40{\"token\":\"" + token + "\"}");
            text(socket);
            socket.send("420[\"join-room\",[\"AAPL\",\"MSFT\"]]");
            assertThat(text(socket))
                    .isEqualTo("430[{\"accepted\":[\"AAPL\"],"
                            + "\"rejected\":[{\"symbol\":\"MSFT\",\"code\":\"not_allowed\"}]}]");
        }
    }

    @Test
    void when_the_token_runs_out_the_client_is_told_to_go() throws Exception {
        try (GuardedServer server = new GuardedServer(false);
                RawWebSocket socket = socket(server.server)) {
            text(socket);
            String token = server.token("ana", GuardedServer.BRIEF, EnumSet.allOf(Channel.class), "*");
            socket.send("40{\"token\":\"" + token + "\"}");
            assertThat(text(socket)).startsWith("40{");
            assertThat(event(socket, "error").path("code").asString()).isEqualTo("token_expired");
            assertThat(text(socket)).isEqualTo("41");
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void whoever_does_not_connect_in_time_is_let_go() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = socket(server)) {
            text(socket);
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void what_is_too_large_ends_the_session() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                SocketIoClient client = SocketIoClient.connected(server.server.address());
                RawWebSocket socket = connected(server)) {
            socket.send("42[\"" + "x".repeat(70_000) + "\"]");
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1009);
            assertThat(client.post("4" + "x".repeat(70_000)).status()).isEqualTo(413);
            client.ask();
            assertThat(client.answer().body()).contains("\"code\":1");
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void a_post_that_is_no_packets_ends_the_session() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                SocketIoClient client = SocketIoClient.connected(server.server.address())) {
            client.ask();
            assertThat(client.post("3", "bAQID").body()).contains("\"code\":3");
            assertThat(client.answer().body()).contains("binary").endsWith("\u001e1");
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void whoever_says_too_much_is_told_so_and_in_the_end_has_to_go() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = connected(server)) {
            socket.flood(1_500, "42[\"dance\"]");
            assertThat(text(socket, packet -> packet.contains("rate_limited"))).startsWith("42[\"error\",");
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4429);
        }
    }

    @Test
    void a_polling_client_that_vanishes_frees_its_place_whether_it_waits_or_not() throws Exception {
        try (ScriptedServer server = new ScriptedServer(BRISK, 100)) {
            SocketIoClient waiting = SocketIoClient.connected(server.server.address());
            SocketIoClient away = SocketIoClient.connected(server.server.address());
            assertThat(server.subscribers()).isEqualTo(2);
            waiting.ask();
            waiting.vanish();
            away.vanish();
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void a_client_that_answers_no_ping_frees_its_place() throws Exception {
        try (ScriptedServer server = new ScriptedServer(BRISK, 100);
                RawWebSocket socket = connected(server)) {
            assertThat(text(socket, packet -> packet.equals("2"))).isEqualTo("2");
            socket.send("3");
            assertThat(text(socket, packet -> packet.equals("2"))).isEqualTo("2");
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4408);
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void when_the_server_goes_everybody_is_told() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                SocketIoClient client = SocketIoClient.connected(server.server.address());
                RawWebSocket socket = connected(server)) {
            client.ask();
            // While these are answered, on another connection, the poll arrives as well.
            for (int i = 0; i < 5; i++) {
                client.post("3");
            }
            server.server.close();
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1001);
            assertThat(client.answer().body()).isEqualTo("1");
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

    @Test
    void foreign_pages_are_refused() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawHttp http = new RawHttp(server.server.address());
                RawWebSocket socket = RawWebSocket.at(
                        server.server.address(), SocketIoClient.WEBSOCKET, "Origin: https://evil.example")) {
            http.get(SocketIoClient.POLLING, "Origin: https://evil.example");
            assertThat(http.response().status()).isEqualTo(403);
            assertThat(socket.answer.status()).isEqualTo(403);
        }
    }
}
