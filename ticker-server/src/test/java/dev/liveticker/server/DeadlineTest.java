package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Welcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With a fast pulse: what becomes of clients that are silent, and of one too many. */
class DeadlineTest {

    private static final Duration FAST = Duration.ofMillis(100);

    @Test
    void a_client_that_never_answers_a_ping_is_closed_4408_and_freed() throws Exception {
        try (ScriptedServer server = new ScriptedServer(FAST, 100);
                RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.next(RawWebSocket.PING);
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4408);
            assertThat(socket.atEnd()).isTrue();
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void a_client_that_answers_stays_and_hears_heartbeats() throws Exception {
        // Slower: it is to answer before the next ping, also on a machine with other things to do.
        try (ScriptedServer server = new ScriptedServer(Duration.ofSeconds(1), 100);
                RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            for (int pings = 0; pings < 2; pings++) {
                socket.next(RawWebSocket.PING);
                socket.send(RawWebSocket.PONG, new byte[0]);
            }
            socket.message(Heartbeat.class);
            assertThat(server.subscribers()).isEqualTo(1);
        }
    }

    @Test
    void over_the_limit_each_transport_says_overloaded_in_its_own_way() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Duration.ofMinutes(1), 1);
                RawWebSocket first = RawWebSocket.json(server.server.address())) {
            first.message(Welcome.class);
            try (RawWebSocket second = RawWebSocket.json(server.server.address())) {
                assertThat(second.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1013);
            }
            try (RawHttp http = new RawHttp(server.server.address())) {
                for (String path : new String[] {"/v1/events?symbols=AAPL", "/v1/updates?symbols=AAPL"}) {
                    http.get(path);
                    RawHttp.Response refused = http.response();
                    assertThat(refused.status()).isEqualTo(503);
                    assertThat(refused.headers()).containsEntry("retry-after", "1");
                    assertThat(refused.body()).contains("\"code\":\"overloaded\"");
                }
            }
            assertThat(server.subscribers()).isEqualTo(1);
        }
    }
}
