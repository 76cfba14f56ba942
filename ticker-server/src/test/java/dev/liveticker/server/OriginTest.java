package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.Origins;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins, on every way into the server. */
class OriginTest {

    private static final String FRIEND = "https://board.example";

    private static ScriptedServer server;
    private static ScriptedServer strict;

    @BeforeAll
    static void start() throws IOException {
        server = ScriptedServer.guarded(new AccessSettings(null, false, Origins.parse(List.of(FRIEND), false)));
        strict = ScriptedServer.guarded(new AccessSettings(null, false, Origins.parse(List.of(), true)));
    }

    @AfterAll
    static void stop() {
        server.close();
        strict.close();
    }

    private static RawHttp.Response ask(ScriptedServer asked, String... lines) throws IOException {
        try (RawHttp http = new RawHttp(asked.server.address())) {
            http.request(lines);
            return http.head();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/quotes?symbols=AAPL",
                "GET /v1/events?symbols=AAPL",
                "GET /v1/updates?symbols=AAPL",
                "GET /healthz",
                "GET /v1/nothing",
                "POST /v1/sessions/none/messages",
                "OPTIONS /v1/quotes"
            })
    void a_foreign_page_is_refused_wherever_it_asks(String request) throws Exception {
        for (String origin : List.of("https://evil.example", "null", FRIEND + ".evil.example", "http://localhost:1")) {
            RawHttp.Response answer = ask(
                    server,
                    request + " HTTP/1.1",
                    "Host: localhost",
                    "Origin: " + origin,
                    "Access-Control-Request-Method: GET",
                    "Content-Length: 0");
            assertThat(answer.status()).as(origin).isEqualTo(403);
            assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
            assertThat(answer.headers().get("vary")).contains("Origin");
        }
    }

    @Test
    void a_foreign_page_opens_no_web_socket() throws Exception {
        try (RawWebSocket foreign =
                        new RawWebSocket(server.server.address(), Encoding.JSON, "Origin: https://evil.example");
                RawWebSocket nowhere = new RawWebSocket(server.server.address(), Encoding.JSON, "Origin: null");
                RawWebSocket friend = new RawWebSocket(server.server.address(), Encoding.JSON, "Origin: " + FRIEND);
                RawWebSocket program = RawWebSocket.json(server.server.address())) {
            assertThat(foreign.answer.status()).isEqualTo(403);
            assertThat(nowhere.answer.status()).isEqualTo(403);
            assertThat(friend.answer.status()).isEqualTo(101);
            assertThat(program.answer.status()).isEqualTo(101);
        }
    }

    @Test
    void an_allowed_page_and_the_server_s_own_are_told_that_they_may_read() throws Exception {
        for (String origin : List.of(FRIEND, "http://localhost:8080")) {
            for (String target : List.of("/v1/quotes?symbols=AAPL", "/v1/events?symbols=AAPL", "/v1/updates")) {
                RawHttp.Response answer =
                        ask(server, "GET " + target + " HTTP/1.1", "Host: localhost:8080", "Origin: " + origin);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.headers()).containsEntry("access-control-allow-origin", origin);
                assertThat(answer.headers().get("vary")).contains("Origin");
                assertThat(answer.headers()).doesNotContainKey("access-control-allow-credentials");
            }
        }
    }

    @Test
    void a_browser_that_asks_first_is_answered() throws Exception {
        RawHttp.Response answer = ask(
                server,
                "OPTIONS /v1/sessions/x/messages HTTP/1.1",
                "Host: localhost",
                "Origin: " + FRIEND,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization, content-type");
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers()).containsEntry("access-control-allow-origin", FRIEND);
        assertThat(answer.headers().get("access-control-allow-methods")).contains("POST");
        assertThat(answer.headers().get("access-control-allow-headers")).contains("Authorization", "Content-Type");
    }

    @Test
    void an_image_or_script_of_a_foreign_page_is_refused_by_what_the_browser_says_of_it() throws Exception {
        String request = "GET /v1/updates?symbols=AAPL HTTP/1.1";
        assertThat(ask(server, request, "Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")
                        .status())
                .isEqualTo(403);
        assertThat(ask(server, request, "Host: localhost", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
                        .status())
                .isEqualTo(200);
        assertThat(ask(server, request, "Host: localhost", "Sec-Fetch-Site: none")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_foreign_name_that_leads_here_is_refused() throws Exception {
        for (String host : List.of("evil.example", "evil.example:8080", "127.0.0.1.evil.example")) {
            RawHttp.Response answer =
                    ask(server, "GET /v1/quotes?symbols=AAPL HTTP/1.1", "Host: " + host, "Origin: http://" + host);
            assertThat(answer.status()).as(host).isEqualTo(403);
        }
        for (String host : List.of("localhost:1234", "127.0.0.1", "[::1]:8080", "board.example")) {
            assertThat(ask(server, "GET /v1/quotes?symbols=AAPL HTTP/1.1", "Host: " + host)
                            .status())
                    .as(host)
                    .isEqualTo(200);
        }
    }

    @Test
    void a_page_that_something_in_front_of_the_server_serves_by_tls_is_the_server_s_own() throws Exception {
        int port = server.server.address().getPort();
        for (String host : List.of("localhost", "localhost:8443", "board.example", "127.0.0.1")) {
            assertThat(origin(host, "https://" + host)).as(host).isEqualTo(200);
            assertThat(origin(host, "http://" + host)).as(host).isEqualTo(200);
            assertThat(origin(host, "https://evil.example")).isEqualTo(403);
            assertThat(origin(host, "https://" + host + ":444")).isEqualTo(403);
            assertThat(origin(host, "https://" + host + ".evil.example")).isEqualTo(403);
        }
        assertThat(origin("localhost:" + port, "http://localhost:" + port)).isEqualTo(200);
        // Nobody is in front: at this very port there is no TLS, and what is at 443 is somebody else.
        assertThat(origin("localhost:" + port, "https://localhost:" + port)).isEqualTo(403);
        assertThat(origin("localhost:" + port, "https://localhost")).isEqualTo(403);
        try (RawWebSocket own = new RawWebSocket(server.server.address(), Encoding.JSON, "Origin: https://localhost")) {
            assertThat(own.answer.status()).isEqualTo(101);
        }
    }

    private static int origin(String host, String origin) throws IOException {
        return ask(server, "GET /v1/quotes?symbols=AAPL HTTP/1.1", "Host: " + host, "Origin: " + origin)
                .status();
    }

    @Test
    void programs_that_name_no_origin_can_be_refused() throws Exception {
        assertThat(ask(strict, "GET /v1/quotes?symbols=AAPL HTTP/1.1", "Host: localhost")
                        .status())
                .isEqualTo(403);
        assertThat(ask(strict, "GET /v1/quotes?symbols=AAPL HTTP/1.1", "Host: localhost", "Origin: http://localhost")
                        .status())
                .isEqualTo(200);
    }
}
