package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.tls.Certificates;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections are counted, and the silent cut, where TLS is spoken too. */
@Timeout(180)
class SecureDoorwayTest {

    private static final int PER_ADDRESS = 3;

    @TempDir
    Path folder;

    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        LimitSettings usual = LimitSettings.defaults();
        LimitSettings limits = new LimitSettings(
                usual.connectionMessages(),
                usual.userMessages(),
                usual.addressMessages(),
                usual.addressRequests(),
                usual.addressConnections(),
                usual.failedLogins(),
                usual.maxConnections(),
                PER_ADDRESS,
                Duration.ofMillis(500),
                usual.bodyDeadline(),
                usual.answerBytes(),
                false);
        server = new ScriptedServer(
                ScriptedServer.options(Duration.ofMinutes(1))
                        .withTls(Certificates.pem(folder, Certificates.selfSigned("doorway")))
                        .withLimits(limits),
                100,
                Duration.ofSeconds(30));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Asks for an event stream, and keeps it if it can be had. */
    private int stream(List<RawHttp> held) throws IOException {
        RawHttp http = new RawHttp(server.server.address());
        held.add(http);
        http.get("/v1/events?symbols=AAPL");
        return http.head().status();
    }

    private boolean hasRoom() throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/healthz", "Connection: close");
            return http.response().status() == 200;
        }
    }

    @Test
    void one_too_many_of_an_address_is_told_so_and_a_place_is_free_once_one_is_gone() throws Exception {
        List<RawHttp> held = new ArrayList<>();
        try {
            for (int i = 0; i < PER_ADDRESS; i++) {
                assertThat(stream(held)).isEqualTo(200);
            }
            assertThat(stream(held)).isEqualTo(429);
            held.getFirst().close();
            held.getLast().close();
            await().until(this::hasRoom);
            held.get(1).reset();
            await().until(this::hasRoom);
        } finally {
            for (RawHttp http : held) {
                http.close();
            }
        }
    }

    @Test
    void whoever_does_not_even_shake_hands_is_cut_at_the_deadline() throws Exception {
        try (Socket silent = new Socket(
                server.server.address().getHost(), server.server.address().getPort())) {
            silent.setSoTimeout(RawHttp.PATIENCE_MILLIS);
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
        try (RawHttp shaken = new RawHttp(server.server.address())) {
            // Shakes hands, and then says nothing.
            ((SSLSocket) shaken.socket).startHandshake();
            assertThat(shaken.in.read()).isEqualTo(-1);
        }
    }

    @Test
    void answers_tell_browsers_to_come_by_tls_alone_from_now_on() throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("GET /v1/instruments HTTP/1.1", "Host: ticker.example");
            assertThat(http.response().headers()).containsEntry("strict-transport-security", "max-age=31536000");
        }
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/v1/instruments");
            assertThat(http.response().headers())
                    .as("on localhost, where others live too")
                    .doesNotContainKey("strict-transport-security");
        }
        try (ScriptedServer plain = ScriptedServer.quiet();
                RawHttp http = new RawHttp(plain.server.address())) {
            http.get("/v1/instruments");
            assertThat(http.response().headers()).doesNotContainKey("strict-transport-security");
        }
    }
}
