package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.SecurityHeaders;
import io.undertow.Undertow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer tells how the server is made, whatever goes wrong; and each is marked as data, not as a page. */
class ErrorsRevealNothingTest {

    private static final List<String> TELLTALES = List.of(
            "Exception",
            "Error:",
            "java.",
            "javax.",
            "dev.liveticker",
            "io.undertow",
            "org.xnio",
            "jackson",
            ".java:",
            "\tat ",
            "/home/",
            "/root/",
            "/tmp/",
            "/secret",
            "Undertow",
            "XNIO",
            "Source:",
            "StreamReadConstraints",
            "null");

    private static void revealsNothing(RawHttp.Response answer) {
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
        String all = answer.headers() + answer.body();
        assertThat(all).doesNotContain(TELLTALES.toArray(String[]::new));
    }

    private static void isMarkedAsData(Map<String, String> headers) {
        assertThat(headers)
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-security-policy", "default-src 'none'; frame-ancestors 'none'")
                .containsEntry("referrer-policy", "no-referrer")
                .as("never over plain HTTP (RFC 6797 section 7.2)")
                .doesNotContainKey("strict-transport-security");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /nowhere                               | 404
            GET    | /v1/sessions/../../etc/passwd          | 404
            GET    | /v1/ws                                 | 426
            GET    | /v1/bars?symbol=%FF                    | 400
            GET    | /v1/bars?symbol=AAPL&limit=many        | 400
            GET    | /v1/bars?symbol=<script>               | 400
            GET    | /v1/trades?symbol=NOPE                 | 404
            GET    | /v1/events?symbols=AAPL&maxRate=NaN    | 400
            GET    | /v1/updates?symbols=AAPL&wait=forever  | 400
            DELETE | /v1/quotes                             | 405
            TRACE  | /healthz                               | 405
            GET    | /healthz                               | 200
            GET    | /v1/instruments                        | 200
            GET    | /v1/updates?symbols=AAPL               | 200
            """)
    void an_answer_to_a_request(String method, String target, int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawHttp http = new RawHttp(server.server.address())) {
            http.request(method + " " + target + " HTTP/1.1", "Host: localhost");
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).isEqualTo(status);
            isMarkedAsData(answer.headers());
            revealsNothing(answer);
        }
    }

    @Test
    void an_event_stream_is_marked_as_data_too() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawEvents events = new RawEvents(server.server.address(), "/v1/events?symbols=AAPL")) {
            isMarkedAsData(events.answer.headers());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json |                                                  | 404
            application/json | [{"type":                                        | 404
            text/html        | <html>                                           | 415
            """)
    void an_answer_to_a_posted_message(String type, String body, int status) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawHttp http = new RawHttp(server.server.address())) {
            byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
            http.post("/v1/sessions/x/messages", type, bytes);
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).isEqualTo(status);
            revealsNothing(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[{\"type\":",
                "[{\"type\":7}]",
                "[{\"type\":\"subscribe\"}]",
                "[{\"type\":\"subscribe\",\"channel\":\"rumours\",\"symbols\":[]}]",
                "[{\"type\":\"ping\",\"clientTime\":1e999999999}]",
                "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":{\"a\":1}}]",
                "\"\\ud800\""
            })
    void an_error_on_a_websocket(String message) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.next(RawWebSocket.TEXT);
            socket.send(message);
            RawWebSocket.Received answer = socket.next();
            assertThat(said(answer).body()).contains("\"type\":\"error\"");
            revealsNothing(said(answer));
        }
    }

    @Test
    void deep_nesting_ends_in_an_error_too() throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawWebSocket socket = new RawWebSocket(server.server.address(), Encoding.JSON)) {
            socket.next(RawWebSocket.TEXT);
            socket.send("[".repeat(60_000));
            revealsNothing(said(socket.next()));
        }
    }

    private static RawHttp.Response said(RawWebSocket.Received frame) {
        return new RawHttp.Response(0, Map.of(), new String(frame.bytes(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /healthz HTTP/9.9\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "GET  \r\n\r\n",
                "GET /healthz\r\n\r\n"
            })
    void what_is_no_request_at_all(String bytes) throws Exception {
        try (ScriptedServer server = ScriptedServer.quiet();
                RawHttp http = new RawHttp(server.server.address())) {
            http.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
            http.socket.shutdownOutput();
            String all = new String(http.in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(all).doesNotContain(TELLTALES.toArray(String[]::new));
        }
    }

    @Test
    void a_fault_of_the_server_itself() throws Exception {
        Routes routes = new Routes(new Gate(
                        AccessSettings.open(),
                        "127.0.0.1",
                        true,
                        new Limits(LimitSettings.defaults(), _ -> false, System::nanoTime)))
                        .answer("/fault", (_, _) -> {
                            throw new IllegalStateException("/secret/place in dev.liveticker.server.Secret");
                        })
                        .answer("/error", (_, _) -> {
                            throw new AssertionError("/secret/place in dev.liveticker.server.Secret");
                        })
                        .stream("/stream", (_, _) -> {
                    throw new IllegalStateException("/secret/place in dev.liveticker.server.Secret");
                });
        Undertow undertow = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new SecurityHeaders(routes))
                .build();
        undertow.start();
        try {
            int port =
                    ((InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress()).getPort();
            for (String target : List.of("/fault", "/error", "/stream")) {
                RawHttp.Response answer = get(port, target);
                assertThat(answer.status()).isEqualTo(500);
                isMarkedAsData(answer.headers());
                revealsNothing(answer);
            }
        } finally {
            undertow.stop();
        }
    }

    private static RawHttp.Response get(int port, String target) throws IOException {
        try (RawHttp http = new RawHttp(URI.create("http://127.0.0.1:" + port))) {
            http.get(target);
            return http.response();
        }
    }
}
