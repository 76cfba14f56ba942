package dev.liveticker.server;

import static dev.liveticker.server.SocketIoSockets.connected;
import static dev.liveticker.server.SocketIoSockets.event;
import static dev.liveticker.server.SocketIoSockets.socket;
import static dev.liveticker.server.SocketIoSockets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.FrameCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be said over Socket.IO, and how that is told. */
@Timeout(180)
class SocketIoRefusalTest {

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
