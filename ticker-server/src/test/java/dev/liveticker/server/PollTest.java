package dev.liveticker.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

class PollTest {

    private ScriptedServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.quiet();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.shutdownNow();
        server.close();
    }

    private CompletableFuture<JsonNode> poll(String query) {
        return client.sendAsync(
                        HttpRequest.newBuilder(server.http("/v1/updates?" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
                    return FrameCodec.jsonMapper().readTree(answer.body());
                });
    }

    private static JsonNode soon(CompletableFuture<JsonNode> answer) throws Exception {
        return answer.get(60, TimeUnit.SECONDS);
    }

    private static List<String> types(JsonNode answer) {
        return answer.path("messages")
                .valueStream()
                .map(message -> message.path("type").asString())
                .toList();
    }

    private static String next(JsonNode answer) {
        return "&since=" + answer.path("next").asString() + "&session="
                + answer.path("session").asString();
    }

    @Test
    void the_first_poll_is_answered_at_once_with_all_there_is() throws Exception {
        JsonNode answer = soon(poll("symbols=AAPL&wait=60"));
        assertThat(answer.propertyNames()).containsExactly("messages", "next", "session");
        assertThat(types(answer)).contains("welcome", "subscribed", "snapshot");
        assertThat(Position.parse(answer.path("next").asString())).isPresent();
        assertThat(answer.path("session").asString()).isNotBlank();
    }

    @Test
    void a_poll_is_held_until_there_is_something_to_say() throws Exception {
        JsonNode first = soon(poll("symbols=AAPL&channels=trades"));
        CompletableFuture<JsonNode> held = poll("symbols=AAPL&channels=trades&wait=60" + next(first));
        await().until(() -> server.subscribers() == 1);
        assertThat(held).isNotDone();
        server.market.trade(ScriptedMarket.AAPL, "5.5");
        JsonNode second = soon(held);
        assertThat(types(second)).containsExactly("trade");
        server.market.trade(ScriptedMarket.AAPL, "5.6");
        JsonNode third = soon(poll("symbols=AAPL&channels=trades&wait=60" + next(second)));
        assertThat(third.path("messages").path(0).path("tradeId").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"wait=0.2", "wait=0", "x"})
    void a_poll_whose_patience_is_over_is_answered_empty_and_goes_on_there(String wait) throws Exception {
        JsonNode first = soon(poll("symbols=AAPL&channels=trades"));
        JsonNode second = soon(poll("symbols=AAPL&channels=trades&" + wait + next(first)));
        assertThat(second.path("messages")).isEmpty();
        assertThat(second.path("next")).isEqualTo(first.path("next"));
    }

    @Test
    void an_answer_that_got_lost_comes_again_also_where_the_address_names_no_symbols() throws Exception {
        JsonNode first = soon(poll("symbols=AAPL&channels=trades"));
        server.market.trade(ScriptedMarket.AAPL, "5.5");
        JsonNode lost = soon(poll("wait=60" + next(first)));
        assertThat(types(lost)).containsExactly("trade");
        JsonNode again = soon(poll("wait=60" + next(first)));
        assertThat(again.path("messages")).isEqualTo(lost.path("messages"));
        assertThat(soon(poll("wait=0" + next(again))).path("messages")).isEmpty();
    }

    @Test
    void a_client_that_goes_while_it_waits_is_freed_at_once() throws Exception {
        JsonNode first = soon(poll("symbols=AAPL&channels=trades"));
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/v1/updates?symbols=AAPL&channels=trades&wait=60" + next(first));
            await().until(() -> server.subscribers() == 1);
        }
        await().until(() -> server.subscribers() == 0);
    }

    @Test
    void a_request_sent_behind_a_held_poll_is_answered_after_it_and_the_connection_goes_on() throws Exception {
        JsonNode first = soon(poll("symbols=AAPL&channels=trades"));
        try (RawHttp http = new RawHttp(server.server.address())) {
            String held = "/v1/updates?symbols=AAPL&channels=trades&wait=60" + next(first);
            http.get(held);
            await().until(() -> server.subscribers() == 1);
            http.get("/healthz");
            server.market.trade(ScriptedMarket.AAPL, "5.5");
            assertThat(http.response().body()).contains("\"trade\"");
            assertThat(http.response().body()).isEqualTo("{\"status\":\"up\"}");
            http.get("/readyz");
            assertThat(http.response().body()).isEqualTo("{\"status\":\"ready\"}");
        }
    }

    @Test
    void many_polls_may_use_one_connection() throws Exception {
        JsonNode answer = soon(poll("symbols=AAPL&channels=trades"));
        try (RawHttp http = new RawHttp(server.server.address())) {
            for (int i = 1; i <= 20; i++) {
                http.get("/v1/updates?symbols=AAPL&channels=trades&wait=60" + next(answer));
                await().until(() -> server.subscribers() == 1);
                server.market.trade(ScriptedMarket.AAPL, "5." + i);
                answer = FrameCodec.jsonMapper().readTree(http.response().body());
                assertThat(answer.path("messages").path(0).path("tradeId").asInt())
                        .isEqualTo(i);
            }
        }
    }

    @Test
    void the_same_comes_as_cbor_where_that_is_accepted() throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(server.http("/v1/updates?symbols=AAPL"))
                        .header("Accept", "application/cbor")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/cbor");
        JsonNode body = new CBORMapper().readTree(answer.body());
        assertThat(types(body)).contains("welcome", "snapshot");
    }

    @Test
    void a_long_answer_is_compressed_where_that_is_accepted() throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(server.http("/v1/updates?symbols=*"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
        byte[] body = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
        assertThat(types(FrameCodec.jsonMapper().readTree(body))).contains("snapshot");
    }

    @Test
    void a_polling_client_subscribes_to_more_beside_its_polls() throws Exception {
        JsonNode first = soon(poll("symbols=AAPL&channels=trades"));
        CompletableFuture<JsonNode> held = poll("symbols=AAPL&channels=trades&wait=60" + next(first));
        await().until(() -> server.subscribers() == 1);
        byte[] body = FrameCodec.of(Encoding.CBOR).encodeClientFrame(List.of(new ClientMessage.Ping("p", 5)));
        assertThat(post(first.path("session").asString(), "application/cbor", body)
                        .statusCode())
                .isEqualTo(202);
        assertThat(types(soon(held))).containsExactly("pong");
    }

    @Test
    void what_cannot_be_taken_in_is_refused_with_the_reason() throws Exception {
        String session = soon(poll("symbols=AAPL")).path("session").asString();
        assertProblem(post("nobody", "application/json", "[]".getBytes(UTF_8)), 404, "unknown_session");
        assertProblem(post(session, "application/json", "[{".getBytes(UTF_8)), 400, "malformed");
        assertProblem(post(session, "text/plain", "[]".getBytes(UTF_8)), 415, "unsupported_media_type");
        assertProblem(post(session, "application/json", " ".repeat(70_000).getBytes(UTF_8)), 413, "message_too_large");
        assertThat(post(session, "application/json", "[]".getBytes(UTF_8)).statusCode())
                .isEqualTo(202);
    }

    @Test
    void a_length_of_two_gigabytes_sets_no_memory_aside() throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("POST /v1/sessions/x/messages HTTP/1.1", "Host: localhost", "Content-Length: 2147483647");
            assertThat(http.response().status()).isEqualTo(413);
        }
    }

    @Test
    void a_body_in_chunks_is_limited_too() throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("POST /v1/sessions/x/messages HTTP/1.1", "Host: localhost", "Transfer-Encoding: chunked");
            http.send(("11170\r\n" + " ".repeat(0x11170) + "\r\n0\r\n\r\n").getBytes(UTF_8));
            assertThat(http.response().status()).isEqualTo(413);
        }
    }

    private HttpResponse<byte[]> post(String session, String mediaType, byte[] body) throws Exception {
        URI address = server.http("/v1/sessions/" + session + "/messages");
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        JsonNode problem = FrameCodec.jsonMapper().readTree(answer.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }
}
