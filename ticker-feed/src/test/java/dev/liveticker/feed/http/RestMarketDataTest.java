package dev.liveticker.feed.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.Said;
import dev.liveticker.feed.ScriptedServer;
import dev.liveticker.feed.TryLaterException;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestMarketDataTest {

    private static final Symbol XYZ = Symbol.of("XYZ");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClients http = new HttpClients(threads);

    @AfterEach
    void end() {
        http.close();
        threads.shutdown();
    }

    private RestMarketData data(URI server) {
        return new RestMarketData(new RestCalls(http, new FeedSettings(server, null, false, true)));
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    private static void assertFails(CompletableFuture<?> future, String sentence) {
        assertThatThrownBy(() -> get(future))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IOException.class)
                .hasMessage(sentence);
    }

    @Test
    void symbols_are_encoded_and_what_comes_is_read() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
            assertThat(request.path()).startsWith("/v1/trades?").contains("symbol=EURUSD%3DX", "limit=5");
            peer.json("{\"symbol\":\"EURUSD=X\",\"trades\":[" + Said.trade("EURUSD=X", 4, 1) + "]}");
        })) {
            assertThat(get(data(server.address()).trades(Symbol.of("EURUSD=X"), 5)))
                    .extracting(Trade::tradeId)
                    .containsExactly(1L);
        }
    }

    @Test
    void bars_before_a_moment_are_asked_for_up_to_it() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
            assertThat(request.path())
                    .startsWith("/v1/bars?")
                    .contains("symbol=XYZ", "interval=5m", "to=1700000000000000", "limit=7");
            peer.json("{\"symbol\":\"XYZ\",\"interval\":\"5m\",\"bars\":[]}");
        })) {
            assertThat(get(data(server.address()).barsBefore(XYZ, Interval.FIVE_MINUTES, 1_700_000_000_000_000L, 7)))
                    .isEmpty();
        }
    }

    @Test
    void many_symbols_are_asked_for_in_several_requests() throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                (request, peer) -> peer.json("{\"quotes\":[" + Said.snapshot("A", 1, "1") + "],\"rejected\":[]}"))) {
            List<Symbol> symbols =
                    IntStream.range(0, 450).mapToObj(i -> Symbol.of("S" + i)).toList();
            assertThat(get(data(server.address()).quotes(symbols))).hasSize(3);
            assertThat(server.requests()).hasSize(3);
            assertThat(get(data(server.address()).quotes(List.of()))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"code\":\"unknown_symbol\",\"title\":\"x\"} | The server does not know the symbol XYZ.",
                "400 | {\"detail\":\"limit must be positive\"}       | Limit must be positive.",
                "429 | {\"title\":\"Slow down.\"}                    | Slow down.",
                "404 | <html>nginx</html>                            | The server does not have that (HTTP 404).",
                "502 | <html>Bad gateway</html>                      | The server failed (HTTP 502).",
                "401 | ''                                            | Not authenticated, or the token ran out.",
            })
    void an_error_is_a_sentence_for_people(int status, String body, String sentence) throws Exception {
        try (ScriptedServer server = new ScriptedServer(
                (request, peer) -> peer.answer(status, "Content-Type: application/problem+json\r\n", body))) {
            assertFails(data(server.address()).bars(XYZ, Interval.ONE_HOUR, 5), sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "[]", "{}", "null", "{\"trades\":null}", "{\"trades\":[7]}"})
    void an_answer_of_another_shape_is_told(String body) throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.json(body))) {
            assertFails(data(server.address()).trades(XYZ, 5), "The server's answer cannot be read.");
        }
    }

    @Test
    void an_address_that_nothing_can_be_asked_at_is_told_in_a_sentence() {
        assertFails(
                data(URI.create("http://[fe80::1%25eth0]:8080")).instruments("a"),
                "No connection can be made to [fe80::1%25eth0]:8080.");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void how_long_to_wait_before_asking_again_is_passed_on(int status) throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.answer(
                status, "Retry-After: 40\r\nContent-Type: application/problem+json\r\n", "{\"title\":\"No.\"}"))) {
            assertThatThrownBy(() -> get(data(server.address()).trades(XYZ, 5)))
                    .cause()
                    .isInstanceOfSatisfying(
                            TryLaterException.class,
                            later -> assertThat(later.retryAfter()).hasSeconds(40))
                    .hasMessage("No.");
        }
    }

    @Test
    void nobody_at_the_address_is_told_and_another_address_is_followed() throws Exception {
        RestCalls calls = new RestCalls(http, new FeedSettings(URI.create("http://127.0.0.1:1"), null, false, true));
        RestMarketData data = new RestMarketData(calls);
        assertFails(data.instruments("a"), "No connection to 127.0.0.1:1.");
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.json("{\"instruments\":[]}"))) {
            calls.follow(new FeedSettings(server.address(), null, false, true));
            assertThat(get(data.instruments("a"))).isEmpty();
        }
    }
}
