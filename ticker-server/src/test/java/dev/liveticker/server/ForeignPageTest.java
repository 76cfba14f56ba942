package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.Origins;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A page of another origin in a real Chromium tries to use a server on the same machine. Skipped where there is no
 * Chromium; CI has one.
 */
@Timeout(180)
class ForeignPageTest {

    @TempDir
    private Path profile;

    @Test
    void a_page_reads_nothing_of_a_server_that_does_not_allow_it() throws Exception {
        Path chromium = InstalledProgram.chromium();
        CompletableFuture<String> result = new CompletableFuture<>();
        HttpServer page = page(result);
        String origin = "http://localhost:" + page.getAddress().getPort();
        try (ScriptedServer refusing = ScriptedServer.quiet();
                ScriptedServer allowing =
                        ScriptedServer.guarded(new AccessSettings(null, false, Origins.parse(List.of(origin), false)));
                GuardedServer guarded = new GuardedServer(false, origin)) {
            String task = FrameCodec.jsonMapper()
                    .writeValueAsString(Map.of(
                            "refusing",
                            address(refusing),
                            "allowing",
                            address(allowing),
                            "guarded",
                            address(guarded.server),
                            "renamed",
                            address(refusing).replace("127.0.0.1", "evil.example"),
                            "token",
                            guarded.token("ana")));
            String hash = URLEncoder.encode(task, StandardCharsets.UTF_8).replace("+", "%20");
            Process browser = browse(chromium, origin + "/#" + hash);
            try {
                JsonNode results = FrameCodec.jsonMapper().readTree(result.get(120, TimeUnit.SECONDS));
                judge(results);
            } finally {
                end(browser);
            }
        } finally {
            page.stop(0);
        }
    }

    private static void judge(JsonNode results) {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("socket", "closed 1006"),
                Map.entry("socket of a framed page without an origin", "closed 1006"),
                Map.entry("events", "failed"),
                Map.entry("quotes", "failed"),
                Map.entry("poll", "failed"),
                Map.entry("post", "failed"),
                Map.entry("image", "failed"),
                Map.entry("renamed", "failed"),
                Map.entry("allowed socket", "read: .*welcome.*"),
                Map.entry("allowed events", "read: .*welcome.*"),
                Map.entry("allowed quotes", "200 read: .*snapshot.*"),
                Map.entry("token socket", "read: .*\"user\":\"ana\".*"),
                Map.entry("token quotes", "200 read: .*snapshot.*"),
                Map.entry("no token quotes", "401 read: .*unauthenticated.*"));
        expected.forEach((tried, outcome) ->
                assertThat(results.path(tried).asString()).as(tried).matches(outcome));
    }

    private static String address(ScriptedServer server) {
        return server.server.address().toString();
    }

    /** Serves the page, and takes what it found. */
    private static HttpServer page(CompletableFuture<String> result) throws IOException {
        byte[] html;
        try (InputStream in = ForeignPageTest.class.getResourceAsStream("foreign-page.html")) {
            html = in.readAllBytes();
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        server.createContext("/result", exchange -> {
            result.complete(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private Process browse(Path chromium, String address) throws IOException {
        return new ProcessBuilder(
                        chromium.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--host-resolver-rules=MAP evil.example 127.0.0.1",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile.resolve("chromium"),
                        address)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process browser) throws InterruptedException {
        try (Stream<ProcessHandle> parts = browser.descendants()) {
            List<ProcessHandle> all = parts.toList();
            browser.destroy();
            if (!browser.waitFor(60, TimeUnit.SECONDS)) {
                browser.destroyForcibly().waitFor();
            }
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
