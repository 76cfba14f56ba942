package dev.liveticker.server;

import static dev.liveticker.server.SocketIoSockets.event;
import static dev.liveticker.server.SocketIoSockets.socket;
import static dev.liveticker.server.SocketIoSockets.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.Channel;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is who over Socket.IO. */
@Timeout(180)
class SocketIoAccessTest {

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
            for (String code : List.of("unauthenticated", "invalid_token", "token_expired")) {
                assertThat(server.log)
                        .anyMatch(line -> line.startsWith("refused ")
                                && line.contains("code=\"" + code + "\"")
                                && line.contains("address=\"127.0.0.1\""));
            }
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
}
