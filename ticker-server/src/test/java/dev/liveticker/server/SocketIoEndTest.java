package dev.liveticker.server;

import static dev.liveticker.server.SocketIoSockets.connected;
import static dev.liveticker.server.SocketIoSockets.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of Socket.IO that come to an end. */
@Timeout(180)
class SocketIoEndTest {

    /** A heartbeat for those that wait for a client to be given up; half the time that one has to answer a ping. */
    private static final Duration BRISK = Duration.ofMillis(750);

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
}
