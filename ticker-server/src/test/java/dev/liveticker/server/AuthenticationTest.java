package dev.liveticker.server;

import static dev.liveticker.server.GuardedServer.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Authenticated;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.server.access.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens on every way into the server. */
class AuthenticationTest {

    private static GuardedServer guarded;

    @BeforeAll
    static void start() throws IOException {
        guarded = new GuardedServer(false);
    }

    @AfterAll
    static void stop() throws IOException {
        guarded.close();
    }

    @AfterEach
    void nothing_secret_is_logged() {
        assertThat(guarded.log).noneMatch(line -> line.contains("eyJ"));
    }

    private static RawWebSocket webSocket(String... headers) throws IOException {
        return new RawWebSocket(guarded.server.server.address(), Encoding.JSON, headers);
    }

    private static String authenticate(String id, String token) {
        return "[{\"type\":\"authenticate\",\"id\":\"" + id + "\",\"token\":\"" + token + "\"}]";
    }

    private static JsonNode json(RawHttp.Response answer) {
        return FrameCodec.jsonMapper().readTree(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/instruments",
                "/v1/quotes?symbols=AAPL",
                "/v1/bars?symbol=AAPL",
                "/v1/trades?symbol=AAPL",
                "/v1/updates?symbols=AAPL",
                "/v1/events?symbols=AAPL"
            })
    void without_a_token_http_is_answered_401(String target) throws Exception {
        RawHttp.Response nobody = guarded.get(target);
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.headers())
                .containsEntry("www-authenticate", "Bearer realm=\"liveticker\"")
                .containsEntry("content-type", "application/problem+json");
        assertThat(json(nobody).path("code").asString()).isEqualTo("unauthenticated");
        RawHttp.Response late = guarded.get(target, bearer(guarded.expired("ana")));
        assertThat(late.status()).isEqualTo(401);
        assertThat(json(late).path("code").asString()).isEqualTo("token_expired");
        String wrong = guarded.token("ana").replaceFirst("\\.[^.]*$", ".AAAA");
        RawHttp.Response guess = guarded.get(target, bearer(wrong));
        assertThat(guess.status()).isEqualTo(401);
        assertThat(guess.headers().get("www-authenticate")).contains("error=\"invalid_token\"");
        assertThat(guess.body()).doesNotContain(wrong).doesNotContain("signature");
        assertThat(guarded.get(target, "Authorization: Basic YTpi").status()).isEqualTo(401);
    }

    @Test
    void health_is_told_to_everybody() throws Exception {
        assertThat(guarded.get("/healthz").status()).isEqualTo(200);
        assertThat(guarded.get("/readyz").status()).isEqualTo(200);
    }

    @Test
    void two_tokens_are_one_too_many() throws Exception {
        String token = guarded.token("ana");
        RawHttp.Response answer = guarded.get("/v1/instruments", bearer(token), bearer(token));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain(token);
    }

    @Test
    void a_token_in_the_header_opens_every_transport() throws Exception {
        String token = bearer(guarded.token("ana"));
        try (RawWebSocket socket = webSocket(token);
                RawEvents events = new RawEvents(guarded.server.server.address(), "/v1/events?symbols=AAPL", token)) {
            assertThat(socket.message(Welcome.class).user()).isEqualTo("ana");
            assertThat(events.message(Welcome.class).user()).isEqualTo("ana");
            assertThat(events.message(Snapshot.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
        }
        assertThat(json(guarded.get("/v1/updates?symbols=AAPL", token))
                        .path("messages")
                        .path(0)
                        .path("user")
                        .asString())
                .isEqualTo("ana");
    }

    @Test
    void a_web_socket_with_a_wrong_token_is_not_opened() throws Exception {
        try (RawWebSocket socket = webSocket(bearer(guarded.expired("ana")))) {
            assertThat(socket.answer.status()).isEqualTo(401);
        }
    }

    @Test
    void a_browser_s_token_comes_among_the_subprotocols_and_is_never_sent_back() throws Exception {
        String token = guarded.token("ana");
        try (RawWebSocket socket = webSocket("Sec-WebSocket-Protocol: liveticker.v1.json, bearer." + token)) {
            assertThat(socket.answer.headers()).containsEntry("sec-websocket-protocol", "liveticker.v1.json");
            assertThat(socket.answer.headers().toString()).doesNotContain(token);
            assertThat(socket.message(Welcome.class).user()).isEqualTo("ana");
        }
        try (RawWebSocket socket = webSocket("Sec-WebSocket-Protocol: bearer." + token)) {
            assertThat(socket.answer.status()).isEqualTo(101);
            assertThat(socket.answer.headers()).doesNotContainKey("sec-websocket-protocol");
        }
    }

    @Test
    void a_web_socket_may_say_who_it_is_first() throws Exception {
        try (RawWebSocket socket = webSocket()) {
            String frame = authenticate("1", guarded.token("ana"));
            socket.send(frame.substring(0, frame.length() - 1) + ",{\"type\":\"ping\",\"id\":\"p\",\"clientTime\":5}]");
            assertThat(socket.message(Welcome.class).user()).isEqualTo("ana");
            Authenticated answer = socket.message(Authenticated.class);
            assertThat(answer.id()).isEqualTo("1");
            assertThat(answer.user()).isEqualTo("ana");
            assertThat(answer.expires()).isPositive();
            assertThat(socket.message(Pong.class).clientTime()).isEqualTo(5);
        }
    }

    @Test
    void whoever_says_anything_else_first_or_a_wrong_token_is_shown_out() throws Exception {
        List<String> wrong = List.of(
                "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]}]",
                "[]",
                authenticate("1", "guess"),
                authenticate("1", guarded.expired("ana")));
        for (String frame : wrong) {
            try (RawWebSocket socket = webSocket()) {
                assertThat(socket.answer.status()).isEqualTo(101);
                socket.send(frame);
                RawWebSocket.Received first = socket.next();
                assertThat(first.opcode()).as(frame).isEqualTo(RawWebSocket.CLOSE);
                assertThat(first.closeCode()).isEqualTo(4401);
            }
        }
    }

    @Test
    void whoever_says_nothing_is_shown_out_and_holds_no_place() throws Exception {
        int before = guarded.server.subscribers();
        try (RawWebSocket socket = webSocket()) {
            assertThat(guarded.server.subscribers()).isEqualTo(before);
            assertThat(socket.next().closeCode()).isEqualTo(4401);
        }
    }

    @Test
    void permissions_hold_for_rest_too() throws Exception {
        String token = bearer(guarded.token("ana", Duration.ofHours(1), Set.of(Channel.QUOTES), "AAPL"));
        assertThat(json(guarded.get("/v1/instruments", token))
                        .path("instruments")
                        .valueStream()
                        .map(each -> each.path("symbol").asString()))
                .containsExactly("AAPL");
        JsonNode quotes = json(guarded.get("/v1/quotes?symbols=*,MSFT,NOPE", token));
        assertThat(quotes.path("quotes")).hasSize(1);
        assertThat(quotes.path("rejected")
                        .valueStream()
                        .map(each -> each.path("code").asString()))
                .containsExactly("not_allowed", "not_allowed");
        for (String target : List.of("/v1/bars?symbol=AAPL", "/v1/trades?symbol=AAPL")) {
            assertThat(guarded.get(target, token).status()).isEqualTo(403);
        }
        String all = bearer(guarded.token("ana", Duration.ofHours(1), Set.of(), "AAPL"));
        assertThat(guarded.get("/v1/bars?symbol=AAPL", all).status()).isEqualTo(200);
        for (String target : List.of("/v1/bars?symbol=MSFT", "/v1/trades?symbol=NOPE")) {
            RawHttp.Response refused = guarded.get(target, all);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(json(refused).path("code").asString()).isEqualTo("not_allowed");
        }
    }

    @Test
    void a_session_is_of_no_use_to_another_user() throws Exception {
        try (RawEvents events = new RawEvents(
                guarded.server.server.address(), "/v1/events?symbols=AAPL", bearer(guarded.token("ana")))) {
            String session = events.message(Welcome.class).session();
            byte[] frame = "[{\"type\":\"ping\",\"id\":\"p\",\"clientTime\":5}]".getBytes(StandardCharsets.UTF_8);
            assertThat(post(session, frame, bearer(guarded.token("eve"))).status())
                    .isEqualTo(404);
            assertThat(post(session, frame).status()).isEqualTo(401);
            byte[] renewal = authenticate("r", guarded.token("eve")).getBytes(StandardCharsets.UTF_8);
            assertThat(post(session, renewal, bearer(guarded.token("eve"))).status())
                    .isEqualTo(404);
            assertThat(post(session, frame, bearer(guarded.token("ana"))).status())
                    .isEqualTo(202);
            assertThat(events.message(Pong.class).id()).isEqualTo("p");
        }
        String first = json(guarded.get("/v1/updates?symbols=AAPL", bearer(guarded.token("ana"))))
                .path("session")
                .asString();
        JsonNode stolen = json(guarded.get("/v1/updates?session=" + first, bearer(guarded.token("eve"))));
        assertThat(stolen.path("session").asString()).isNotEqualTo(first);
        assertThat(stolen.path("messages").path(0).path("user").asString()).isEqualTo("eve");
    }

    private static RawHttp.Response post(String session, byte[] body, String... headers) throws IOException {
        try (RawHttp http = guarded.http()) {
            String[] lines = new String[4 + headers.length];
            lines[0] = "POST /v1/sessions/" + session + "/messages HTTP/1.1";
            lines[1] = "Host: localhost";
            lines[2] = "Content-Type: application/json";
            lines[3] = "Content-Length: " + body.length;
            System.arraycopy(headers, 0, lines, 4, headers.length);
            http.request(lines);
            http.send(body);
            return http.response();
        }
    }

    @Test
    void a_web_socket_renews_its_token_and_otherwise_ends_with_it() throws Exception {
        String brief = guarded.token("ana", GuardedServer.BRIEF, Set.of(), "*");
        try (RawWebSocket renewing = webSocket(bearer(brief));
                RawWebSocket other = webSocket(bearer(brief))) {
            renewing.message(Welcome.class);
            renewing.send(authenticate("e", guarded.token("eve")));
            assertThat(renewing.message(Failure.class).code()).isEqualTo("not_allowed");
            renewing.send(authenticate("g", "guess"));
            assertThat(renewing.message(Failure.class).code()).isEqualTo("invalid_token");
            renewing.send(authenticate("r", guarded.token("ana")));
            assertThat(renewing.message(Authenticated.class).id()).isEqualTo("r");

            assertThat(other.message(Failure.class).code()).isEqualTo("token_expired");
            assertThat(other.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4401);

            renewing.send("[{\"type\":\"ping\",\"id\":\"p\",\"clientTime\":5}]");
            assertThat(renewing.message(Pong.class).id()).isEqualTo("p");
        }
    }

    @Test
    void an_event_stream_says_that_its_token_ran_out_and_ends() throws Exception {
        String brief = guarded.token("ana", GuardedServer.BRIEF, Set.of(), "*");
        try (RawEvents events =
                new RawEvents(guarded.server.server.address(), "/v1/events?symbols=AAPL", bearer(brief))) {
            assertThat(events.message(Failure.class).code()).isEqualTo("token_expired");
            assertThat(events.next()).isNull();
        }
    }

    @Test
    void an_event_stream_is_renewed_beside_it_and_may_see_less_then() throws Exception {
        String brief = guarded.token("ana", GuardedServer.BRIEF, Set.of(), "*");
        try (RawEvents events =
                new RawEvents(guarded.server.server.address(), "/v1/events?symbols=AAPL,MSFT", bearer(brief))) {
            String session = events.message(Welcome.class).session();
            String narrow = guarded.token("ana", Duration.ofHours(1), Set.of(), "AAPL");
            byte[] body = authenticate("r", narrow).getBytes(StandardCharsets.UTF_8);
            assertThat(post(session, body, bearer(brief)).status()).isEqualTo(202);
            assertThat(events.message(Authenticated.class).user()).isEqualTo("ana");
            Subscribed left = events.message(
                    Subscribed.class, answer -> !answer.rejected().isEmpty());
            assertThat(left.symbols()).containsExactly(ScriptedMarket.AAPL);
        }
    }

    @Test
    void a_poll_is_answered_before_its_token_runs_out_and_the_next_is_refused() throws Exception {
        String brief = bearer(guarded.token("ana", GuardedServer.BRIEF, Set.of(), "*"));
        String session = json(guarded.get("/v1/updates?symbols=AAPL", brief))
                .path("session")
                .asString();
        RawHttp.Response held = guarded.get("/v1/updates?wait=30&session=" + session, brief);
        assertThat(held.status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(guarded.get("/v1/updates?wait=30&session=" + session, brief)
                        .status())
                .isEqualTo(401));
    }

    @Test
    void a_token_in_an_address_is_no_use_unless_that_is_enabled_and_never_shown() throws Exception {
        String token = guarded.token("ana");
        RawHttp.Response refused = guarded.get("/v1/events?symbols=AAPL&access_token=" + token);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).doesNotContain(token);
        try (GuardedServer enabled = new GuardedServer(true)) {
            try (RawEvents events =
                    new RawEvents(enabled.server.server.address(), "/v1/events?symbols=AAPL&access_token=" + token)) {
                assertThat(events.message(Welcome.class).user()).isEqualTo("ana");
            }
            for (String target : List.of(
                    "/v1/updates?symbols=AAPL&access_token=" + token,
                    "/v1/quotes?symbols=AAPL&access_token=" + token)) {
                assertThat(enabled.get(target).status()).isEqualTo(401);
            }
            for (String target : List.of(
                    "/v1/events?channels=frobs&access_token=" + token,
                    "/v1/events?access_token=" + token + "&access_token=" + token,
                    "/v1/events?symbols=%GG&access_token=" + token,
                    "/v1/nothing?access_token=" + token)) {
                RawHttp.Response answer = enabled.get(target);
                assertThat(answer.status()).as(target).isBetween(400, 404);
                assertThat(answer.body()).doesNotContain(token);
            }
            assertThat(enabled.log).noneMatch(line -> line.contains("eyJ"));
        }
    }

    @Test
    void what_is_logged_of_a_refused_token_says_why_and_not_which() throws Exception {
        guarded.get("/v1/instruments", bearer(guarded.token("mallory").replaceFirst("\\.[^.]*$", ".AAAA")));
        await().untilAsserted(() -> assertThat(guarded.log).anyMatch(line -> line.contains("is refused:")));
        assertThat(guarded.log).noneMatch(line -> line.contains(Keys.SECRET));
    }
}
