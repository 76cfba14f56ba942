package dev.liveticker.server;

import static dev.liveticker.server.GuardedServer.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Authenticated;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Welcome;
import dev.liveticker.server.hub.ConnectionLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What is logged of a connection, from its opening to its end. */
class ConnectionLogTest {

    private static final String SUBSCRIBE =
            "{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"],\"id\":\"my-secret-plan\"}";

    private final List<Map<String, Object>> lines = new CopyOnWriteArrayList<>();
    /** All that the server's own classes log, down to the last detail. */
    private final List<String> ours = new CopyOnWriteArrayList<>();

    private final Logger log = (Logger) LoggerFactory.getLogger(ConnectionLog.NAME);
    private final Logger all = (Logger) LoggerFactory.getLogger("dev.liveticker");
    private final AppenderBase<ILoggingEvent> everything = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            ours.add(event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
                    + (event.getThrowableProxy() == null
                            ? ""
                            : event.getThrowableProxy().getMessage()));
        }
    };
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("message", event.getFormattedMessage());
            event.getKeyValuePairs().forEach(pair -> line.put(pair.key, pair.value));
            lines.add(line);
        }
    };

    private GuardedServer guarded;

    @BeforeEach
    void start() throws IOException {
        guarded = new GuardedServer(true);
        appender.start();
        everything.start();
        all.addAppender(everything);
        log.addAppender(appender);
    }

    @AfterEach
    void stop() throws IOException {
        log.detachAppender(appender);
        all.detachAppender(everything);
        guarded.close();
    }

    private Map<String, Object> line(String message) {
        await().until(() -> lines.stream().anyMatch(line -> line.get("message").equals(message)));
        return lines.stream()
                .filter(line -> line.get("message").equals(message))
                .findFirst()
                .orElseThrow();
    }

    private void assertNothingSecret(String... secrets) {
        for (String secret : secrets) {
            assertThat(ours).isNotEmpty().noneMatch(line -> line.contains(secret));
        }
    }

    @Test
    void a_connection_goes_by_one_name_from_its_opening_to_its_end() throws Exception {
        String token = guarded.token("ana");
        String session;
        try (RawWebSocket socket = new RawWebSocket(guarded.server.server.address(), Encoding.JSON, bearer(token))) {
            session = socket.message(Welcome.class).session();
            socket.send("[" + SUBSCRIBE + "]");
            socket.message(Snapshot.class);
            socket.send("[{\"type\":\"authenticate\",\"id\":\"1\",\"token\":\"" + token + "\"}]");
            socket.message(Authenticated.class);
            socket.send("[{\"type\":\"authenticate\",\"id\":\"2\",\"token\":\"e30.wrong.e30\"}]");
            socket.message(Failure.class);
        }
        assertThat(line("opened"))
                .containsEntry("transport", "websocket")
                .containsEntry("encoding", "json")
                .containsEntry("user", "ana")
                .containsEntry("address", "127.0.0.1");
        Object name = line("opened").get("connection");
        assertThat(name.toString()).matches("[0-9a-f]{8}");
        assertThat(line("logged in")).containsEntry("connection", name);
        assertThat(line("login failed")).containsEntry("connection", name).containsEntry("code", "invalid_token");
        assertThat(line("ended"))
                .containsEntry("connection", name)
                .containsEntry("reason", "left")
                .containsKeys("seconds");
        assertThat((Long) line("ended").get("frames")).isGreaterThanOrEqualTo(3);
        assertThat((Long) line("ended").get("bytes")).isGreaterThan(100);
        assertNothingSecret(session, "my-secret-plan", "eyJ", "e30.wrong", token);
    }

    @Test
    void another_user_s_token_is_no_login() throws Exception {
        try (RawWebSocket socket =
                new RawWebSocket(guarded.server.server.address(), Encoding.JSON, bearer(guarded.token("ana")))) {
            socket.message(Welcome.class);
            socket.send("[{\"type\":\"authenticate\",\"id\":\"1\",\"token\":\"" + guarded.token("eve") + "\"}]");
            socket.message(Failure.class);
        }
        assertThat(line("login failed")).containsEntry("code", "not_allowed");
        line("ended");
        assertThat(lines).noneMatch(line -> line.get("message").equals("logged in"));
    }

    @Test
    void an_event_stream_and_a_poll_are_logged_too_and_their_queries_are_not() throws Exception {
        String token = guarded.token("ana");
        try (RawEvents events = new RawEvents(
                guarded.server.server.address(),
                "/v1/events?symbols=AAPL&access_token=" + token,
                "Cookie: crumbs=of-a-biscuit")) {
            events.message(Snapshot.class);
        }
        assertThat(line("opened")).containsEntry("transport", "sse").containsEntry("user", "ana");
        assertThat(line("ended")).containsEntry("connection", line("opened").get("connection"));
        lines.clear();
        JsonNode body = FrameCodec.jsonMapper()
                .readTree(guarded.get("/v1/updates?symbols=AAPL,NO-SUCH-ONE", bearer(token))
                        .body());
        assertThat(line("opened")).containsEntry("transport", "polling");
        String session = body.get("session").asString();
        try (RawHttp http = guarded.http()) {
            http.request(
                    "POST /v1/sessions/" + session + "/messages HTTP/1.1",
                    "Host: localhost",
                    bearer(token),
                    "Content-Type: application/json",
                    "Content-Length: " + (SUBSCRIBE.length() + 2));
            http.send(("[" + SUBSCRIBE + "]").getBytes(StandardCharsets.UTF_8));
            assertThat(http.response().status()).isEqualTo(202);
        }
        guarded.server.close();
        assertThat(line("ended"))
                .containsEntry("connection", line("opened").get("connection"))
                .containsEntry("reason", "going_away");
        assertNothingSecret(token, session, "NO-SUCH-ONE", "my-secret-plan", "of-a-biscuit");
    }

    @Test
    void who_is_turned_away_is_logged_with_the_reason_and_where_from() throws Exception {
        assertThat(guarded.get("/v1/quotes?symbols=NO-SUCH-ONE").status()).isEqualTo(401);
        assertThat(line("refused"))
                .containsEntry("reason", "authentication")
                .containsEntry("code", "unauthenticated")
                .containsEntry("address", "127.0.0.1");
        assertNothingSecret("NO-SUCH-ONE");
    }

    @Test
    void whoever_is_refused_a_thousand_times_does_not_flood_the_log() throws Exception {
        try (RawHttp http = guarded.http()) {
            for (int i = 0; i < 1_000; i++) {
                http.get("/v1/quotes?symbols=AAPL");
                assertThat(http.response().status()).isEqualTo(401);
            }
        }
        long written = lines.stream()
                .filter(line -> line.get("message").equals("refused"))
                .count();
        // A hundred at once, ten a second after that.
        assertThat(written).isBetween(100L, 500L);
    }

    @Test
    void in_a_cluster_each_line_names_the_node() {
        ConnectionLog cluster = new ConnectionLog(() -> 0);
        cluster.node("0123abcd");
        cluster.turnedAway("limit", "rate_limited", "203.0.113.9");
        assertThat(line("refused")).containsEntry("node", "0123abcd");
    }

    @Test
    void a_name_cannot_pretend_to_be_a_key() throws Exception {
        String token = guarded.token("ana\" reason=\"left");
        try (RawWebSocket socket = new RawWebSocket(guarded.server.server.address(), Encoding.JSON, bearer(token))) {
            socket.message(Welcome.class);
        }
        assertThat(line("opened").get("user").toString()).doesNotContain("\"");
    }
}
