package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RestTest {

    private static ScriptedServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ScriptedServer.quiet();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static RawHttp.Response get(String target) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get(target);
            return http.response();
        }
    }

    private static JsonNode body(String target) throws IOException {
        RawHttp.Response answer = get(target);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("cache-control", "no-store")
                .doesNotContainKeys("server", "x-powered-by");
        return FrameCodec.jsonMapper().readTree(answer.body());
    }

    private static List<String> texts(JsonNode array, String field) {
        return array.valueStream().map(item -> item.path(field).asString()).toList();
    }

    @Test
    void instruments_are_found_by_what_people_type() throws Exception {
        JsonNode all = body("/v1/instruments");
        assertThat(texts(all.path("instruments"), "symbol")).hasSize(4);
        JsonNode found = body("/v1/instruments?query=micro");
        assertThat(texts(found.path("instruments"), "symbol")).containsExactly("MSFT");
        assertThat(found.path("instruments").path(0).path("name").asString()).isEqualTo("Microsoft Corporation");
        assertThat(texts(body("/v1/instruments?query=micro&limit=1").path("instruments"), "symbol"))
                .containsExactly("MSFT");
        assertThat(texts(body("/v1/instruments?limit=3").path("instruments"), "symbol"))
                .isEqualTo(texts(all.path("instruments"), "symbol").subList(0, 3));
        assertThat(body("/v1/instruments?query=nothing").path("instruments")).isEmpty();
    }

    @Test
    void quotes_are_whole_snapshots_and_what_is_unknown_is_listed() throws Exception {
        JsonNode body = body("/v1/quotes?symbols=AAPL,^gspc&symbols=EURUSD%3DX,NOPE,b@d,AAPL");
        assertThat(texts(body.path("quotes"), "symbol")).containsExactly("AAPL", "^GSPC", "EURUSD=X");
        assertThat(texts(body.path("quotes"), "type")).containsOnly("snapshot");
        assertThat(body.path("quotes").path(0).path("previousClose").decimalValue())
                .isEqualByComparingTo("100");
        assertThat(texts(body.path("rejected"), "symbol")).containsExactly("NOPE", "b@d");
        assertThat(texts(body.path("rejected"), "code")).containsExactly("unknown_symbol", "invalid_symbol");
        assertThat(body("/v1/quotes?symbols=*").path("quotes")).hasSize(4);
    }

    @Test
    void bars_are_the_newest_within_the_limits_asked_for() throws Exception {
        JsonNode body = body("/v1/bars?symbol=AAPL&interval=1m&limit=7");
        assertThat(body.path("symbol").asString()).isEqualTo("AAPL");
        assertThat(body.path("interval").asString()).isEqualTo("1m");
        assertThat(body.path("bars")).hasSize(7);
        long last = body.path("bars").path(6).path("start").asLong();
        assertThat(body("/v1/bars?symbol=AAPL&from=" + last).path("bars")).hasSize(1);
        assertThat(body("/v1/bars?symbol=AAPL&to=" + last).path("bars")).hasSize(ScriptedMarket.BARS - 1);
        assertThat(body("/v1/bars?symbol=AAPL&interval=5m").path("bars").size()).isBetween(6, 7);
    }

    @Test
    void bars_are_walked_back_page_by_page_to_the_oldest() throws Exception {
        List<Long> starts = new ArrayList<>();
        String cursor = "";
        int pages = 0;
        do {
            JsonNode page = body("/v1/bars?symbol=EURUSD=X&limit=7" + cursor);
            List<Long> its = page.path("bars")
                    .valueStream()
                    .map(bar -> bar.path("start").asLong())
                    .toList();
            assertThat(its).isSorted();
            starts.addAll(0, its);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : null;
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(5);
        assertThat(starts).hasSize(ScriptedMarket.BARS).isSorted().doesNotHaveDuplicates();
        long from = starts.get(10);
        JsonNode last = body("/v1/bars?symbol=EURUSD=X&limit=7&from=" + from + "&cursor=before-" + starts.get(15));
        assertThat(last.path("bars")).hasSize(5);
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void trades_are_walked_back_while_new_ones_come() throws Exception {
        server.market.trades(ScriptedMarket.GSPC, 10);
        await().until(() -> body("/v1/trades?symbol=^GSPC").path("trades").size() == 10);
        JsonNode newest = body("/v1/trades?symbol=^GSPC&limit=4");
        server.market.trades(ScriptedMarket.GSPC, 5);
        JsonNode middle = body(
                "/v1/trades?symbol=^GSPC&limit=4&cursor=" + newest.path("next").asString());
        JsonNode oldest = body(
                "/v1/trades?symbol=^GSPC&limit=4&cursor=" + middle.path("next").asString());
        assertThat(texts(newest.path("trades"), "tradeId")).containsExactly("7", "8", "9", "10");
        assertThat(texts(middle.path("trades"), "tradeId")).containsExactly("3", "4", "5", "6");
        assertThat(texts(oldest.path("trades"), "tradeId")).containsExactly("1", "2");
        assertThat(oldest.has("next")).isFalse();
    }

    @Test
    void trades_are_the_newest_oldest_first() throws Exception {
        for (int i = 1; i <= 3; i++) {
            server.market.trade(ScriptedMarket.MSFT, "7.0" + i);
        }
        await().until(() -> body("/v1/trades?symbol=MSFT").path("trades").size() == 3);
        JsonNode body = body("/v1/trades?symbol=MSFT&limit=2");
        assertThat(body.path("symbol").asString()).isEqualTo("MSFT");
        assertThat(texts(body.path("trades"), "price")).containsExactly("7.02", "7.03");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/quotes, 400, symbols",
        "/v1/quotes?symbols=%C3%28, 400, UTF-8",
        "/v1/bars, 400, symbol",
        "/v1/bars?symbol=, 400, symbol",
        "/v1/bars?symbol=b%40d, 400, symbol",
        "/v1/bars?symbol=NOPE, 404, NOPE",
        "/v1/bars?symbol=AAPL&interval=7m, 400, interval",
        "/v1/bars?symbol=AAPL&limit=0, 400, limit",
        "/v1/bars?symbol=AAPL&limit=10001, 400, limit",
        "/v1/bars?symbol=AAPL&from=yesterday, 400, from",
        "/v1/bars?symbol=AAPL&to=-1, 400, to",
        "/v1/bars?symbol=AAPL&cursor=, 400, cursor",
        "/v1/bars?symbol=AAPL&cursor=7, 400, cursor",
        "/v1/bars?symbol=AAPL&cursor=before-99999999999999999999, 400, cursor",
        "/v1/bars?symbol=AAPL&cursor=before-1&cursor=before-2, 400, cursor",
        "/v1/trades?symbol=AAPL&cursor=7, 400, cursor",
        "/v1/trades?symbol=AAPL&cursor=before-7, 400, cursor",
        "/v1/trades?symbol=AAPL&cursor=otherepoch%3A7, 400, anew",
        "/v1/trades?symbol=NOPE, 404, NOPE",
        "/v1/trades?symbol=AAPL&symbol=MSFT, 400, symbol",
        "/board/nothing, 404, nothing",
        "/v1/nothing, 404, nothing",
        "/v1/quotes/, 404, nothing",
        "/v1/../healthz, 404, nothing",
        "/v1/sessions/x, 404, nothing"
    })
    void what_cannot_be_answered_is_a_problem_that_names_what_is_wrong(String target, int status, String named)
            throws Exception {
        RawHttp.Response answer = get(target);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        JsonNode problem = FrameCodec.jsonMapper().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("code").asString()).matches("[a-z_]+");
        assertThat(problem.path("detail").asString()).contains(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POST   | /v1/quotes              | GET, HEAD
                    DELETE | /healthz                | GET, HEAD
                    HEAD   | /v1/events              | GET
                    GET    | /v1/sessions/x/messages | POST
                    """)
    void another_method_is_told_which_there_are(String method, String target, String allowed) throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request(method + " " + target + " HTTP/1.1", "Host: localhost");
            RawHttp.Response answer = http.head();
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).containsEntry("allow", allowed);
        }
    }

    @Test
    void a_head_request_gets_the_head_alone() throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("HEAD /v1/instruments HTTP/1.1", "Host: localhost");
            RawHttp.Response head = http.head();
            assertThat(head.status()).isEqualTo(200);
            assertThat(Integer.parseInt(head.headers().get("content-length"))).isPositive();
            http.get("/healthz");
            assertThat(http.response().body()).isEqualTo("{\"status\":\"up\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"%", "%4", "%zz", "%00", "%FF%FE", "a%0d%0aSet-Cookie:x"})
    void hostile_escapes_do_no_more_than_be_refused(String symbols) throws Exception {
        RawHttp.Response answer = get("/v1/bars?symbol=" + symbols);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        assertThat(get("/healthz").status()).isEqualTo(200);
    }

    @Test
    void a_head_of_request_without_end_is_cut() throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/healthz?" + "x".repeat(80_000));
            assertThat(http.head().status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"8000, 0, false", "9000, 0, true", "0, 8000, false", "0, 9000, true"})
    void a_connection_ends_after_a_long_head(int query, int field, boolean ends) throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/healthz?" + "x".repeat(query), "X-Long: " + "y".repeat(field));
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).isEqualTo(200);
            assertThat("close".equals(answer.headers().get("connection"))).isEqualTo(ends);
            if (ends) {
                assertThat(http.in.read()).isEqualTo(-1);
            } else {
                http.get("/healthz");
                assertThat(http.response().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_long_head_ends_no_stream() throws Exception {
        String field = "X-Long: " + "y".repeat(20_000);
        try (RawWebSocket socket = new RawWebSocket(server.server.address(), Encoding.JSON, field);
                RawHttp events = new RawHttp(server.server.address())) {
            assertThat(socket.message(Welcome.class)).isNotNull();
            events.get("/v1/events?symbols=AAPL", field);
            assertThat(events.head().status()).isEqualTo(200);
            assertThat(events.in.read()).isPositive();
        }
    }
}
