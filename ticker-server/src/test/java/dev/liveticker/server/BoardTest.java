package dev.liveticker.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the board and its files are served. */
class BoardTest {

    private static ScriptedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ScriptedServer.quiet();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawHttp.Response get(String target, String... headers) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get(target, headers);
            return http.response();
        }
    }

    private static RawHttp.Response ask(String method, String target) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request(method + " " + target + " HTTP/1.1", "Host: localhost", "Content-Length: 0");
            return http.head();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/,                      text/html; charset=utf-8",
        "/board/main.js,         text/javascript; charset=utf-8",
        "/board/stream/feed.js,  text/javascript; charset=utf-8",
        "/board/tokens.css,      text/css; charset=utf-8",
        "/board/icon.svg,        image/svg+xml"
    })
    void each_file_has_its_type_and_is_asked_for_anew_each_time(String target, String type) throws Exception {
        RawHttp.Response answer = get(target);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", type)
                .containsEntry("cache-control", "no-cache")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("cross-origin-resource-policy", "same-origin");
        assertThat(answer.headers().get("etag")).matches("W/\"[0-9a-f]{24}\"");
        assertThat(answer.headers().get("vary")).contains("Accept-Encoding", "Origin");
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void what_a_browser_has_already_is_not_sent_again() throws Exception {
        String tag = get("/").headers().get("etag");
        RawHttp.Response known = get("/", "If-None-Match: " + tag);
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers()).containsEntry("etag", tag).containsKey("content-security-policy");
        assertThat(get("/", "If-None-Match: W/\"0\"").status()).isEqualTo(200);
    }

    @Test
    void it_is_compressed_for_who_takes_that() throws Exception {
        String plain = get("/board/main.js").body();
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/board/main.js", "Accept-Encoding: gzip");
            RawHttp.Response head = http.head();
            assertThat(head.headers()).containsEntry("content-encoding", "gzip");
            byte[] body = http.in.readNBytes(Integer.parseInt(head.headers().get("content-length")));
            assertThat(body.length).isLessThan(plain.getBytes(UTF_8).length);
            try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
                assertThat(new String(unzipped.readAllBytes(), UTF_8)).isEqualTo(plain);
            }
        }
    }

    @Test
    void only_what_comes_from_this_server_runs_on_the_page_and_no_other_page_frames_it() throws Exception {
        for (String target : new String[] {"/", "/board/stream/worker.js"}) {
            String policy = get(target).headers().get("content-security-policy");
            assertThat(policy)
                    .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe", "data:", "http", "*");
        }
    }

    @Test
    void heads_can_be_asked_for_and_nothing_can_be_sent() throws Exception {
        for (String target : new String[] {"/", "/board/main.js"}) {
            try (RawHttp http = new RawHttp(server.server.address())) {
                http.request("HEAD " + target + " HTTP/1.1", "Host: localhost");
                RawHttp.Response head = http.head();
                assertThat(head.status()).isEqualTo(200);
                assertThat(Integer.parseInt(head.headers().get("content-length")))
                        .isEqualTo(get(target).body().getBytes(UTF_8).length);
                // The next answer comes right behind, so no body was sent.
                http.get("/healthz");
                assertThat(http.response().body()).contains("up");
            }
            for (String method : new String[] {"POST", "PUT", "DELETE"}) {
                RawHttp.Response refused = ask(method, target);
                assertThat(refused.status()).isEqualTo(405);
                assertThat(refused.headers()).containsEntry("allow", "GET, HEAD");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/board/",
                "/board/package.json",
                "/board/index.html",
                "/board/../logback.xml",
                "/board/stream/../../market/instruments.csv",
                "/board/%2e%2e/market/instruments.csv",
                "/board/..%2fmarket%2finstruments.csv",
                "/board//etc/passwd",
                "/board/stream",
                "/board/main.js/",
                "/board/MAIN.JS",
                "/board/main.js%00",
                "//board/main.js",
                "/index.html"
            })
    void nothing_else_can_be_reached(String target) throws Exception {
        assertThat(get(target).status()).isEqualTo(404);
    }

    @Test
    void a_script_of_another_page_cannot_be_made_of_it() throws Exception {
        assertThat(get("/board/main.js", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")
                        .status())
                .isEqualTo(403);
        assertThat(get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void who_is_not_known_gets_the_page_but_no_prices() throws Exception {
        try (GuardedServer guarded = new GuardedServer(false)) {
            assertThat(guarded.get("/").status()).isEqualTo(200);
            assertThat(guarded.get("/board/main.js").status()).isEqualTo(200);
            assertThat(guarded.get("/v1/instruments?query=~").status()).isEqualTo(401);
        }
    }
}
