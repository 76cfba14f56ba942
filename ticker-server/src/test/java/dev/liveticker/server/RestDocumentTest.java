package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.liveticker.codec.FrameCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the server's HTTP answers to docs/openapi.yaml. */
class RestDocumentTest {

    private static final Path DOCS = Path.of("..", "docs");

    private static ScriptedServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        server = new ScriptedServer(
                ScriptedServer.options(Duration.ofMinutes(1)).withFaults(true), 20_000, Duration.ofSeconds(30));
        server.market.trade(ScriptedMarket.AAPL, "101.00");
        server.market.trade(ScriptedMarket.AAPL, "102.00");
        JsonNode messages =
                YAMLMapper.shared().readTree(DOCS.resolve("asyncapi.yaml").toFile());
        ObjectNode http = (ObjectNode) YAMLMapper.shared()
                .readTree(Files.readString(DOCS.resolve("openapi.yaml")).replace("asyncapi.yaml#", "#"));
        ((ObjectNode) http.at("/components/schemas")).setAll((ObjectNode) messages.at("/components/schemas"));
        document = http;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/instruments,              /v1/instruments?query=a",
        "/v1/instruments,              /v1/instruments?query=a&limit=1",
        "/v1/instruments,              /v1/instruments?limit=0",
        "/v1/quotes,                   '/v1/quotes?symbols=AAPL,NOPE'",
        "/v1/bars,                     /v1/bars?symbol=AAPL&interval=5m&limit=3",
        "/v1/trades,                   /v1/trades?symbol=AAPL",
        "/v1/trades,                   /v1/trades?symbol=AAPL&limit=1",
        "/v1/bars,                     /v1/bars?symbol=AAPL&cursor=before-1767614400000000",
        "/v1/bars,                     /v1/bars?symbol=AAPL&cursor=there",
        "/v1/trades,                   /v1/trades?symbol=AAPL&cursor=there",
        "/v1/updates,                  '/v1/updates?symbols=AAPL&channels=quotes,trades,bars'",
        "/v1/updates,                  '/v1/updates?symbols=AAPL&wait=0.5'",
        "/v1/status,                   /v1/status?limit=5",
        "/v1/status,                   /v1/status?limit=x",
        "/v1/bars,                     /v1/bars?symbol=NOPE",
        "/v1/bars,                     /v1/bars?symbol=AAPL&interval=7m",
        "/v1/trades,                   /v1/trades?symbol=AAPL&limit=0",
        "/v1/quotes,                   /v1/quotes",
        "/readyz,                      /readyz",
    })
    void an_answer_is_as_the_document_says(String path, String target) throws Exception {
        assertDocumented(path, "get", get(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"drop\",\"seconds\":1,\"how\":\"close\"}",
                "{\"kind\":\"stall\",\"seconds\":1}",
                "{\"kind\":\"delay\",\"seconds\":1,\"millis\":20}",
                "{\"kind\":\"skip\",\"symbols\":[\"AAPL\"],\"times\":1}",
                "{\"kind\":\"halt\",\"symbols\":[\"AAPL\",\"MSFT\"]}",
                "{\"kind\":\"halt\"}",
                "nonsense",
            })
    void what_is_said_of_a_fault_is_as_the_document_says(String body) throws Exception {
        JsonNode asked = document.at("/paths/~1v1~1faults/post/requestBody/content/application~1json/schema");
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.post("/v1/faults", "application/json", body.getBytes(StandardCharsets.UTF_8));
            RawHttp.Response answer = http.response();
            assertDocumented("/v1/faults", "post", answer);
            boolean fits = !body.equals("nonsense")
                    && schema(asked)
                            .validate(FrameCodec.jsonMapper().readTree(body))
                            .isEmpty();
            assertThat(answer.status()).isEqualTo(fits ? 200 : 400);
        }
        assertDocumented("/v1/faults", "get", get("/v1/faults"));
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("DELETE /v1/faults HTTP/1.1", "Host: localhost");
            RawHttp.Response answer = http.response();
            assertDocumented("/v1/faults", "delete", answer);
            assertThat(answer.body()).isEqualTo("{\"faults\":[]}");
        }
    }

    static Stream<String> recipes() throws IOException {
        return Pattern.compile("-d '([^']*)'")
                .matcher(Files.readString(DOCS.resolve("faults.md")))
                .results()
                .map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void every_recipe_for_a_fault_works(String body) throws Exception {
        String here = body.replace("BTC-USD", "AAPL");
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.post("/v1/faults", "application/json", here.getBytes(StandardCharsets.UTF_8));
            assertThat(http.response().status()).isEqualTo(200);
        }
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("DELETE /v1/faults HTTP/1.1", "Host: localhost");
            assertThat(http.response().status()).isEqualTo(200);
        }
    }

    private static void assertDocumented(String path, String method, RawHttp.Response answer) {
        JsonNode response = document.path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(Integer.toString(answer.status()));
        assertThat(response.isMissingNode())
                .as("status %d documented", answer.status())
                .isFalse();
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asString().substring(1));
        }
        JsonNode content = response.path("content").path(answer.headers().get("content-type"));
        assertThat(content.isMissingNode())
                .as("%s documented", answer.headers().get("content-type"))
                .isFalse();
        assertThat(schema(content.path("schema"))
                        .validate(FrameCodec.jsonMapper().readTree(answer.body())))
                .as(answer.body())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/cbor", "text/plain"})
    void what_is_said_of_a_message_is_as_the_document_says(String type) throws Exception {
        JsonNode said = document.at("/paths/~1v1~1sessions~1{id}~1messages/post");
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.post("/v1/sessions/x/messages", type, new byte[] {(byte) 0x80});
            RawHttp.Response answer = http.response();
            assertDocumented("/v1/sessions/{id}/messages", "post", answer);
            assertThat(answer.status() == 415)
                    .isNotEqualTo(said.path("requestBody").path("content").has(type));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz", "/v1/instruments"})
    void a_foreign_page_is_answered_as_the_document_says(String path) throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get(path, "Origin: https://evil.example");
            assertDocumented(path, "get", http.response());
        }
    }

    @Test
    void every_documented_path_exists() throws Exception {
        List<String> missing = new ArrayList<>();
        for (String path : document.path("paths").propertyNames()) {
            RawHttp.Response answer = get(path.replace("{id}", "x"));
            if (answer.status() == 404) {
                missing.add(path);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Schema schema(JsonNode schema) {
        ObjectNode root = ((ObjectNode) schema).deepCopy();
        root.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(root);
    }

    private static RawHttp.Response get(String target) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get(target);
            return http.response();
        }
    }
}
