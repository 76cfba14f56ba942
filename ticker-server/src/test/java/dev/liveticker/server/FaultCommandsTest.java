package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.model.Channel;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.KeyFiles;
import dev.liveticker.server.access.Keys;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.TokenIssuer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who may ask for what faults, and what is answered. */
@Timeout(180)
class FaultCommandsTest {

    private static final ServerOptions OPTIONS =
            ScriptedServer.options(Duration.ofMinutes(1)).withFaults(true);

    private final ScriptedServer server = new ScriptedServer(OPTIONS, 100, Duration.ofSeconds(30));

    FaultCommandsTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void what_goes_on_is_listed_with_what_is_left_of_it_until_it_is_ended() throws Exception {
        assertThat(ask(server, "GET").body()).isEqualTo("{\"faults\":[]}");

        RawHttp.Response begun = post("{\"kind\":\"halt\",\"seconds\":600,\"symbols\":[\"msft\",\"AAPL\"]}");
        assertThat(begun.status()).isEqualTo(200);
        post("{\"kind\":\"skip\"}");
        post("{\"kind\":\"delay\",\"seconds\":600,\"millis\":5}");
        post("{\"kind\":\"delay\",\"seconds\":3600,\"millis\":1}");

        JsonNode faults =
                FrameCodec.jsonMapper().readTree(ask(server, "GET").body()).path("faults");
        assertThat(faults.values())
                .extracting(fault -> fault.path("kind").asString())
                .containsExactly("delay", "skip", "halt");
        assertThat(faults.get(0).path("millis").asInt()).isEqualTo(1);
        assertThat(faults.get(0).path("remainingSeconds").asInt()).isBetween(3_000, 3_600);
        assertThat(faults.get(1).path("seconds").asInt()).isEqualTo(10);
        assertThat(faults.get(1).path("times").asInt()).isEqualTo(10);
        assertThat(faults.get(1).has("symbols")).as("all").isFalse();
        assertThat(faults.get(2).path("symbols").values())
                .extracting(JsonNode::asString)
                .containsExactly("AAPL", "MSFT");

        assertThat(ask(server, "DELETE").body()).isEqualTo("{\"faults\":[]}");
        assertThat(ask(server, "GET").body()).isEqualTo("{\"faults\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                | kind",
                "{\"kind\":\"storm\"}                              | kind",
                "{\"kind\":7}                                      | kind",
                "{\"kind\":\"stall\",\"seconds\":0}                | seconds",
                "{\"kind\":\"stall\",\"seconds\":3601}             | seconds",
                "{\"kind\":\"stall\",\"seconds\":1.5}              | seconds",
                "{\"kind\":\"stall\",\"seconds\":\"10\"}           | seconds",
                "{\"kind\":\"stall\",\"seconds\":99999999999999}   | seconds",
                "{\"kind\":\"stall\",\"millis\":5}                 | millis",
                "{\"kind\":\"delay\",\"millis\":0}                 | millis",
                "{\"kind\":\"delay\",\"millis\":10001}             | millis",
                "{\"kind\":\"drop\",\"how\":\"gently\"}            | how",
                "{\"kind\":\"drop\",\"how\":null}                  | how",
                "{\"kind\":\"skip\",\"times\":0}                   | times",
                "{\"kind\":\"skip\",\"symbols\":[]}                | symbols",
                "{\"kind\":\"halt\"}                               | symbols",
                "{\"kind\":\"halt\",\"symbols\":\"AAPL\"}          | symbols",
                "{\"kind\":\"halt\",\"symbols\":[\"NOPE\"]}        | symbols",
                "{\"kind\":\"halt\",\"symbols\":[\"a b\"]}         | symbols",
                "{\"kind\":\"halt\",\"symbols\":[7]}               | symbols",
                "{\"kind\":\"stall\",\"colour\":\"red\"}           | body",
            })
    void what_makes_no_sense_is_refused_and_the_field_named(String body, String field) throws Exception {
        RawHttp.Response refused = post(body);
        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers()).containsEntry("content-type", "application/problem+json");
        JsonNode problem = FrameCodec.jsonMapper().readTree(refused.body());
        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("detail").asString()).startsWith(field + ": ");
        assertThat(problem.path("code").asString()).isEqualTo("bad_parameter");
        assertThat(ask(server, "GET").body()).isEqualTo("{\"faults\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "7", "null", "{\"kind\":\"stall\"} {}"})
    void what_is_no_json_object_is_refused(String body) throws Exception {
        RawHttp.Response refused = post(body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"malformed\"").doesNotContain("jackson", "java.");
    }

    @Test
    void only_json_of_a_bearable_size_is_read() throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.post("/v1/faults", "text/plain", bytes("{\"kind\":\"stall\"}"));
            assertThat(http.response().status())
                    .as("what a form of another site could send")
                    .isEqualTo(415);
        }
        assertThat(post("{\"kind\":\"" + "x".repeat(20_000) + "\"}").status()).isEqualTo(413);
    }

    @Test
    void neither_foreign_pages_nor_those_behind_a_proxy_may_ask() throws Exception {
        assertThat(ask(server, "GET", "Origin: https://evil.example").status()).isEqualTo(403);
        assertThat(ask(server, "DELETE", "X-Forwarded-For: 203.0.113.7").status())
                .isEqualTo(403);
        assertThat(ask(server, "GET", "Forwarded: for=203.0.113.7").status()).isEqualTo(403);
        assertThat(ask(server, "GET", "X-Real-IP: 203.0.113.7").status()).isEqualTo(403);
        assertThat(ask(server, "GET", "X-Forwarded-Host: feed.example").status())
                .isEqualTo(403);
    }

    @Test
    void where_tokens_are_asked_for_it_takes_an_operator_s(@TempDir Path directory) throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), Keys.SECRET);
        TokenIssuer issuer = TokenIssuer.of(secret, InstantSource.system());
        AccessSettings access = new AccessSettings(
                KeyFiles.secret(secret, InstantSource.system()), false, Origins.parse(List.of(), false));
        try (ScriptedServer guarded = new ScriptedServer(OPTIONS.withAccess(access), 100, Duration.ofSeconds(30))) {
            assertThat(ask(guarded, "GET").status()).isEqualTo(401);
            assertThat(ask(guarded, "GET", token(issuer, false)).status()).isEqualTo(403);
            assertThat(ask(guarded, "DELETE", token(issuer, false)).status()).isEqualTo(403);
            assertThat(ask(guarded, "GET", token(issuer, true)).status()).isEqualTo(200);
            assertThat(ask(guarded, "DELETE", token(issuer, true), "X-Forwarded-For: 203.0.113.7")
                            .status())
                    .as("who a token proves may come from anywhere")
                    .isEqualTo(200);
        }
    }

    @Test
    void a_server_that_was_not_told_to_allow_faults_has_none() throws Exception {
        try (ScriptedServer plain = ScriptedServer.quiet()) {
            assertThat(ask(plain, "GET").status()).isEqualTo(404);
        }
    }

    private static String token(TokenIssuer issuer, boolean operator) {
        return GuardedServer.bearer(
                issuer.issue("ana", Duration.ofHours(1), EnumSet.allOf(Channel.class), List.of("*"), operator));
    }

    private RawHttp.Response post(String body) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.post("/v1/faults", "application/json", bytes(body));
            return http.response();
        }
    }

    private static RawHttp.Response ask(ScriptedServer asked, String method, String... headers) throws IOException {
        try (RawHttp http = new RawHttp(asked.server.address())) {
            String[] lines = new String[2 + headers.length];
            lines[0] = method + " /v1/faults HTTP/1.1";
            lines[1] = "Host: localhost";
            System.arraycopy(headers, 0, lines, 2, headers.length);
            http.request(lines);
            return http.response();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
