package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Welcome;
import dev.liveticker.server.tls.Certificates;
import dev.liveticker.server.tls.TlsFiles;
import dev.liveticker.server.transport.websocket.MaskedFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every transport over TLS, by a client that knows no more than the standards. */
@Timeout(180)
class TlsTest {

    private static final String SUBSCRIBE = "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]}]";

    @TempDir
    Path folder;

    private final HeldCertificate first = Certificates.selfSigned("first");

    private TlsFiles files() throws Exception {
        return Certificates.pem(folder, first);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_websocket_works_over_tls(boolean compressed) throws Exception {
        String[] headers = compressed ? new String[] {"Sec-WebSocket-Extensions: permessage-deflate"} : new String[0];
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawWebSocket socket = new RawWebSocket(server.server.address(), Encoding.JSON, headers)) {
            assertThat(server.server.address().getScheme()).isEqualTo("https");
            assertThat(socket.answer.status()).isEqualTo(101);
            socket.message(Welcome.class);
            socket.send(SUBSCRIBE);
            socket.message(Snapshot.class);
            for (int i = 0; i < 50; i++) {
                server.market.quote(ScriptedMarket.AAPL, "1" + (10 + i) + ".00");
                socket.message(Quote.class);
            }
            socket.send("[{\"type\":\"ping\",\"id\":\"7\",\"clientTime\":1}]");
            assertThat(socket.message(Pong.class).id()).isEqualTo("7");
            server.server.close();
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void frames_that_come_with_the_handshake_are_not_left_in_the_tls_layer() throws Exception {
        byte[] behind = MaskedFrame.of(RawWebSocket.TEXT, true, SUBSCRIBE.getBytes(StandardCharsets.UTF_8));
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawWebSocket socket = new RawWebSocket(server.server.address(), Encoding.JSON, behind)) {
            assertThat(socket.message(Snapshot.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
        }
    }

    @Test
    void an_event_stream_polls_and_rest_work_over_tls() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawEvents events = new RawEvents(server.server.address(), "/v1/events?symbols=AAPL");
                RawHttp http = new RawHttp(server.server.address())) {
            events.message(Snapshot.class);
            for (int i = 0; i < 50; i++) {
                server.market.quote(ScriptedMarket.AAPL, "1" + (10 + i) + ".00");
                events.message(Quote.class);
            }
            http.get("/v1/updates?symbols=AAPL");
            assertThat(http.response().body()).contains("\"type\":\"welcome\"", "\"type\":\"snapshot\"");
            http.get("/v1/quotes?symbols=AAPL");
            assertThat(http.response().body()).contains("159");
            http.get("/healthz");
            assertThat(http.response().status()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_leaves_in_good_order_frees_its_place() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(files())) {
            try (RawEvents events = new RawEvents(server.server.address(), "/v1/events?symbols=AAPL");
                    RawWebSocket socket = RawWebSocket.json(server.server.address())) {
                events.message(Snapshot.class);
                socket.message(Welcome.class);
                assertThat(server.subscribers()).isEqualTo(2);
            }
            await().until(() -> server.subscribers() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void tls_1_2_and_1_3_are_spoken(String version) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawHttp http = new RawHttp(server.server.address())) {
            SSLSocket socket = (SSLSocket) http.socket;
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            http.get("/healthz");
            assertThat(http.response().status()).isEqualTo(200);
        }
    }

    @Test
    void who_offers_http_2_is_answered_in_http_1_1() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawHttp http = new RawHttp(server.server.address())) {
            SSLSocket socket = (SSLSocket) http.socket;
            SSLParameters offer = socket.getSSLParameters();
            offer.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(offer);
            http.get("/healthz");
            assertThat(http.response().status()).isEqualTo(200);
            assertThat(socket.getApplicationProtocol()).isNotEqualTo("h2");
        }
    }

    @Test
    void an_older_tls_is_refused() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawHttp http = new RawHttp(server.server.address())) {
            // A ClientHello (RFC 4346 section 7.4.1.2) that offers no more than TLS 1.1; Java's client would not send
            // it.
            http.tcp()
                    .getOutputStream()
                    .write(HexFormat.of()
                            .parseHex(
                                    "160301002d" + "01000029" + "0302" + "00".repeat(32) + "00" + "0002c013" + "0100"));
            int kind = http.tcp().getInputStream().read();
            assertThat(kind).as("an alert, or the end").isIn(21, -1);
        }
    }

    @Test
    void whoever_speaks_without_tls_is_not_answered() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawHttp http =
                        new RawHttp(URI.create(server.http("/").toString().replaceFirst("https", "http")))) {
            http.get("/healthz");
            assertThat(http.in.readAllBytes())
                    .as("at most an alert of TLS, and the end")
                    .hasSizeLessThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_new_certificate_is_shown_to_new_connections_and_the_old_ones_stay(boolean told) throws Exception {
        HeldCertificate second = Certificates.selfSigned("second");
        try (ScriptedServer server = ScriptedServer.quiet(files());
                RawWebSocket open = RawWebSocket.json(server.server.address())) {
            open.send(SUBSCRIBE);
            open.message(Snapshot.class);
            assertThat(shownBy(server)).isEqualTo(first.certificate());

            Certificates.pem(folder, second);
            if (told) {
                server.server.reloadCertificate();
                assertThat(shownBy(server)).isEqualTo(second.certificate());
            } else {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> shownBy(server).equals(second.certificate()));
            }
            server.market.quote(ScriptedMarket.AAPL, "111.00");
            assertThat(open.message(Quote.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
        }
    }

    @Test
    void a_broken_new_certificate_leaves_the_old_one_in_force() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet(files())) {
            Files.writeString(folder.resolve("cert.pem"), "broken");
            server.server.reloadCertificate();
            assertThat(shownBy(server)).isEqualTo(first.certificate());
            Files.writeString(
                    folder.resolve("cert.pem"),
                    Certificates.selfSigned("second").certificatePem());
            server.server.reloadCertificate();
            assertThat(shownBy(server)).as("the key is not its").isEqualTo(first.certificate());
        }
    }

    private static Certificate shownBy(ScriptedServer server) throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            return ((SSLSocket) http.socket).getSession().getPeerCertificates()[0];
        } catch (SSLException e) {
            throw new AssertionError("no handshake", e);
        }
    }
}
