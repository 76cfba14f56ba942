package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No subscriber survives its connection. */
class AbruptCutsTest {

    private static final int ROUNDS = 100;
    private static final int EACH = 100;

    @Test
    void connections_that_are_reset_leave_nobody_behind() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet()) {
            for (int round = 0; round < ROUNDS; round++) {
                List<RawHttp> clients = new ArrayList<>();
                for (int i = 0; i < EACH; i++) {
                    RawHttp http = new RawHttp(server.server.address());
                    switch (i % 4) {
                        case 0 ->
                            http.get(
                                    "/v1/ws",
                                    "Upgrade: websocket",
                                    "Connection: Upgrade",
                                    "Sec-WebSocket-Version: 13",
                                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
                        case 1 -> http.get("/v1/events?symbols=*");
                        case 2 -> http.get("/v1/updates?symbols=AAPL&wait=60&since=gone:1");
                        default -> http.get("/v1/updates?symbols=AAPL&wait=60");
                    }
                    clients.add(http);
                }
                server.market.quote(ScriptedMarket.AAPL, "1" + (10 + round % 90) + ".00");
                for (RawHttp client : clients) {
                    client.reset();
                }
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> server.subscribers() == 0);

            try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
                socket.send("[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]}]");
                assertThat(socket.message(Snapshot.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
            }
        }
    }
}
