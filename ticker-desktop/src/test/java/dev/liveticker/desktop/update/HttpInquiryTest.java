package dev.liveticker.desktop.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What it makes of answers, of a real server that means no good. */
class HttpInquiryTest {

    private static final String ANSWER = "{\"version\":\"1.2.3\",\"url\":\"https://example.com/1.2.3\"}";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpInquiry inquiry = new HttpInquiry(Duration.ofSeconds(30));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void it_reads_version_and_page_and_tells_nothing_but_the_name_of_the_program() throws IOException {
        server.createContext("/newest", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getRequestHeaders().forEach((name, values) -> asked.add(name + ": " + values.getFirst()));
            send(exchange, 200, "{\"more\":{\"to\":\"come\"}," + ANSWER.substring(1));
        });

        Release release = inquiry.ask(at("/newest?a=b"));

        assertThat(release.version()).hasToString("1.2.3");
        assertThat(release.page()).isEqualTo(URI.create("https://example.com/1.2.3"));
        assertThat(asked)
                .contains("GET /newest?a=b", "User-agent: live-ticker", "Accept: application/json")
                .allMatch(line -> line.matches("(GET|User-agent:|Accept:|Host:|Connection:|Content-length:) ?.*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no JSON",
                "[]",
                "null",
                "\"1.2.3\"",
                "{}",
                "{\"version\":\"1.2.3\"}",
                "{\"version\":2,\"url\":\"https://example.com\"}",
                "{\"version\":\"newest\",\"url\":\"https://example.com\"}",
                "{\"version\":\"1.2.3\",\"url\":\"http://example.com\"}",
                "{\"version\":\"1.2.3\",\"url\":\"file:///etc/passwd\"}",
                "{\"version\":\"1.2.3\",\"url\":\"javascript:alert(1)\"}",
                "{\"version\":\"1.2.3\",\"url\":[\"https://example.com\"]}",
                "{\"version\":\"1.2.3\",\"url\":\"https://example.com\"",
            })
    void what_makes_no_sense_is_refused(String body) {
        server.createContext("/", exchange -> send(exchange, 200, body));

        refused("/", "it answers no");
    }

    @Test
    void a_deep_or_a_wide_answer_is_no_trap() {
        server.createContext("/deep", exchange -> send(exchange, 200, "[".repeat(30_000)));
        server.createContext("/number", exchange -> send(exchange, 200, "{\"version\":" + "9".repeat(30_000) + "}"));

        refused("/deep", "it answers no");
        refused("/number", "it answers no");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304, 400, 401, 404, 429, 500, 503})
    void any_other_status_is_no_answer(int status) {
        server.createContext("/", exchange -> send(exchange, status, status == 204 || status == 304 ? "" : ANSWER));

        refused("/", "status " + status);
    }

    @Test
    void more_than_64_kilobytes_are_not_read_to_their_end() {
        server.createContext("/told", exchange -> send(exchange, 200, ANSWER + " ".repeat(HttpInquiry.MOST_BYTES)));
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] more = " ".repeat(8_192).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream body = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    body.write(more);
                }
            }
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> inquiry.ask(at("/told")));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> inquiry.ask(at("/endless")));
    }

    @Test
    void the_whole_answer_has_to_be_there_in_time() {
        server.createContext("/silent", exchange -> hold());
        server.createContext("/drop-by-drop", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hold();
        });
        HttpInquiry impatient = new HttpInquiry(Duration.ofMillis(300));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> impatient.ask(at("/silent")))
                .withMessage("there was no whole answer within 300 ms");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> impatient.ask(at("/drop-by-drop")))
                .withMessage("there was no whole answer within 300 ms");
    }

    @Test
    void it_follows_to_the_same_server_and_not_for_ever() throws IOException {
        server.createContext("/moved", exchange -> redirect(exchange, 301, "/newest"));
        server.createContext("/newest", exchange -> send(exchange, 200, ANSWER));
        server.createContext("/round", exchange -> {
            asked.add("round");
            redirect(exchange, 302, "/round");
        });

        assertThat(inquiry.ask(at("/moved")).version()).hasToString("1.2.3");
        refused("/round", "more than 3 times");
        assertThat(asked).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "http://localhost:1/",
                "http://example.com/",
                "//example.com/x",
                "file:///etc/passwd",
                "ftp://127.0.0.1/",
                "http:// no address",
                ""
            })
    void it_follows_nowhere_else(String location) {
        server.createContext("/", exchange -> redirect(exchange, 307, location));

        refused("/", "it redirects");
    }

    @Test
    void what_speaks_no_http_is_told_in_one_line() throws Exception {
        try (ServerSocket odd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try (Socket socket = odd.accept()) {
                    socket.getOutputStream()
                            .write("\u001b[31mno\u0007 HTTP at\rall\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    socket.getOutputStream().flush();
                    hold();
                } catch (IOException e) {
                    asked.add(e.toString());
                }
            });
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> inquiry.ask(URI.create("http://127.0.0.1:" + odd.getLocalPort() + "/")))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
        }
    }

    @Test
    void nobody_there_is_told_too() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> inquiry.ask(URI.create("http://127.0.0.1:" + free + "/")))
                .satisfies(e -> assertThat(e.getMessage()).isNotBlank());
    }

    private void refused(String path, String why) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> inquiry.ask(at(path)))
                .withMessageContaining(why);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void hold() {
        try {
            assertThat(over.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        send(exchange, status, "");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
