package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Snapshot;
import dev.liveticker.server.tls.Certificates;
import dev.liveticker.server.tls.TlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No subscriber survives its connection. */
class AbruptCutsTest {

    private static final int EACH = 100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"false, 100", "true, 10"})
    void connections_that_are_reset_leave_nobody_behind(boolean secure, int rounds) throws Exception {
        TlsFiles tls = secure ? Certificates.pem(folder, Certificates.selfSigned("ticker")) : null;
        try (ScriptedServer server = ScriptedServer.quiet(tls)) {
            for (int round = 0; round < rounds; round++) {
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
            await().atMost(Duration.ofSeconds(60)).until(() -> server.subscribers() == 0);

            try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
                socket.send("[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]}]");
                assertThat(socket.message(Snapshot.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
            }
        }
    }
}
