package dev.liveticker.server.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class HttpConnectorTest {

    @Test
    void an_answer_that_begins_and_never_ends_is_given_up_and_its_connection_closed() throws Exception {
        try (ServerSocket venue = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpConnector connector = new HttpConnector(Duration.ofMillis(300))) {
            CompletableFuture<String> answer =
                    connector.get(URI.create("http://127.0.0.1:" + venue.getLocalPort() + "/products"), Map.of());
            try (Socket socket = venue.accept()) {
                socket.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();

                assertThat(answer)
                        .failsWithin(Duration.ofMinutes(1))
                        .withThrowableThat()
                        .withRootCauseInstanceOf(VenueLossException.class);
                socket.setSoTimeout(60_000);
                // All of the request, and then the end.
                assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
            }
        }
    }
}
