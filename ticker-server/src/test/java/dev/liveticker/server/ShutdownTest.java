package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the threads of the whole process are looked at")
class ShutdownTest {

    @Test
    void every_client_is_told_when_the_server_goes() throws Exception {
        ScriptedServer server = ScriptedServer.quiet();
        try (RawWebSocket socket = RawWebSocket.json(server.server.address());
                RawEvents events = new RawEvents(server.server.address(), "/v1/events?symbols=AAPL");
                RawHttp poll = new RawHttp(server.server.address())) {
            socket.message(Welcome.class);
            events.message(Snapshot.class);
            poll.get("/v1/updates?symbols=AAPL");
            String next = poll.response()
                    .body()
                    .replaceAll(".*\"next\":\"([^\"]*)\",\"session\":\"([^\"]*)\".*", "since=$1&session=$2");
            poll.get("/v1/updates?symbols=AAPL&wait=60&" + next);
            await().until(() -> server.subscribers() == 3);

            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);

            RawWebSocket.Received close = socket.next(RawWebSocket.CLOSE);
            assertThat(close.closeCode()).isEqualTo(1001);
            socket.send(RawWebSocket.CLOSE, new byte[] {0x03, (byte) 0xE9});
            assertThat(socket.atEnd()).isTrue();
            assertThat(events.next())
                    .as("the end of the stream, properly chunked")
                    .isNull();
            assertThat(poll.response().body()).startsWith("{\"messages\":[");
            assertThat(closing).succeedsWithin(Duration.ofSeconds(60));
        }
    }

    @Test
    void a_client_that_has_only_just_shaken_hands_is_told_too() throws Exception {
        for (int i = 0; i < 30; i++) {
            ScriptedServer server = ScriptedServer.quiet();
            try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
                CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
                assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1001);
                socket.send(RawWebSocket.CLOSE, new byte[] {0x03, (byte) 0xE9});
                assertThat(closing).succeedsWithin(Duration.ofSeconds(60));
            }
        }
    }

    @Test
    void a_client_that_says_nothing_does_not_keep_the_server() throws Exception {
        ScriptedServer server = ScriptedServer.quiet();
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.message(Welcome.class);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1001);
            assertThat(closing).succeedsWithin(Duration.ofSeconds(60));
            assertThat(socket.atEnd()).isTrue();
        }
    }

    @Test
    void closing_twice_is_harmless_and_the_port_is_free_again() throws Exception {
        ScriptedServer server = ScriptedServer.quiet();
        int port = server.server.address().getPort();
        server.close();
        server.close();
        try (ServerSocket again = new ServerSocket(port)) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void a_taken_port_is_told_and_nothing_is_left_running() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            ServerOptions options =
                    new ServerOptions("127.0.0.1", taken.getLocalPort(), 1, Set.of(), Duration.ofSeconds(5));
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> TickerServer.start(options));
        }
        await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("XNIO") || name.equals("market") || name.equals("hub")));
    }

    @Test
    void the_simulated_market_is_live_out_of_the_box() throws Exception {
        try (TickerServer server = TickerServer.start(ServerOptions.embedded());
                RawWebSocket socket = RawWebSocket.json(server.address())) {
            assertThat(socket.message(Welcome.class).simulated()).isTrue();
            socket.send("[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"*\"]}]");
            assertThat(socket.message(Quote.class).seq()).isPositive();
        }
    }
}
