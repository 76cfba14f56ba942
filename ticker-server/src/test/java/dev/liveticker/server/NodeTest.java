package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.KeyFiles;
import dev.liveticker.server.access.Keys;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.TokenIssuer;
import dev.liveticker.server.archive.BarArchive;
import dev.liveticker.server.archive.PastBars;
import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.history.MarketHistory;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.metric.Meters;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Two servers that are nodes of a made-up cluster: what is said to a session of the other, and how each says it fares.
 */
class NodeTest {

    private static final String PING = "[{\"type\":\"ping\",\"id\":\"7\",\"clientTime\":1}]";
    private static final Pattern SESSION = Pattern.compile("\"session\":\"([0-9a-f]+)\"");

    @TempDir
    private Path folder;

    private final Map<String, Function<byte[], CompletableFuture<byte[]>>> network = FakeCluster.network();
    private Node here;
    private Node there;

    /** Hub and port, without a market that moves. */
    private static final class Node implements AutoCloseable {
        private final FakeCluster cluster;
        private final Hub hub;
        private final HttpListener listener;
        private final URI address;

        Node(FakeCluster cluster, AccessSettings access) throws IOException {
            this.cluster = cluster;
            ScriptedMarket market = new ScriptedMarket();
            MarketHistory history = MarketHistory.after(market.instruments(), market::history);
            HubSettings settings = HubSettings.defaults("test", true).withMaxSubscribers(100);
            hub = new Hub(settings, market.instruments(), market.opening(), history, market.clock());
            listener = HttpListener.start(
                    hub,
                    new PastBars(history, BarArchive.none()),
                    ScriptedServer.options(Duration.ofMinutes(1)).withAccess(access),
                    settings,
                    null,
                    null,
                    new Meters("test"),
                    cluster);
            address = URI.create("http://127.0.0.1:" + listener.address().getPort());
        }

        @Override
        public void close() {
            listener.close();
            hub.close();
        }
    }

    @BeforeEach
    void start() throws IOException {
        AccessSettings access =
                new AccessSettings(KeyFiles.secret(secret(), InstantSource.system()), false, Origins.own());
        here = new Node(new FakeCluster("aaaaaaaa", network), access);
        there = new Node(new FakeCluster("bbbbbbbb", network), access);
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    private Path secret() throws IOException {
        return Files.writeString(folder.resolve("secret"), Keys.SECRET);
    }

    private String bearer(String user) throws IOException {
        return "Authorization: Bearer "
                + TokenIssuer.of(secret(), InstantSource.system())
                        .issue(user, Duration.ofHours(1), Set.of(), List.of(), false);
    }

    /** An event stream at the other node, up to its welcome. */
    private RawHttp listen(String user) throws IOException {
        RawHttp stream = new RawHttp(there.address);
        stream.get("/v1/events?symbols=AAPL", bearer(user));
        assertThat(stream.head().status()).isEqualTo(200);
        return stream;
    }

    private static String until(RawHttp stream, String part) throws IOException {
        String line = stream.line();
        while (line != null && !line.contains(part)) {
            line = stream.line();
        }
        assertThat(line).as("a line with %s", part).isNotNull();
        return line;
    }

    /** Its session; the node it names answers for it from now on. */
    private String session(RawHttp stream) throws IOException {
        Matcher matcher = SESSION.matcher(until(stream, "\"session\""));
        assertThat(matcher.find()).isTrue();
        there.cluster.alsoKnownAs(matcher.group(1).substring(0, 8));
        return matcher.group(1);
    }

    private RawHttp.Response say(String session, String user, String body) throws IOException {
        try (RawHttp http = new RawHttp(here.address)) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            http.request(
                    "POST /v1/sessions/" + session + "/messages HTTP/1.1",
                    "Host: localhost",
                    bearer(user),
                    "Content-Type: application/json",
                    "Content-Length: " + bytes.length);
            http.send(bytes);
            return http.response();
        }
    }

    @Test
    void what_is_said_here_to_a_session_there_is_heard_there_and_answered_on_its_stream() throws Exception {
        try (RawHttp stream = listen("ana")) {
            String session = session(stream);
            assertThat(say(session, "ana", PING).status()).isEqualTo(202);
            assertThat(until(stream, "\"pong\"")).contains("\"id\":\"7\"");
            String token = bearer("ana").substring("Authorization: Bearer ".length());
            String renewal = "[{\"type\":\"authenticate\",\"id\":\"8\",\"token\":\"" + token + "\"}]";
            assertThat(say(session, "ana", renewal).status()).isEqualTo(202);
            assertThat(until(stream, "\"authenticated\"")).contains("\"user\":\"ana\"");
            assertThat(say(session, "ana", "nonsense").status()).isEqualTo(400);
        }
    }

    @Test
    void another_user_s_session_is_none_there_as_here() throws Exception {
        try (RawHttp stream = listen("ana")) {
            String session = session(stream);
            RawHttp.Response answer = say(session, "ben", PING);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("unknown_session");
        }
    }

    @Test
    void a_flood_is_stopped_there_as_here() throws Exception {
        try (RawHttp stream = listen("ana")) {
            String session = session(stream);
            String many = "[" + PING.substring(1, PING.length() - 1)
                    + ",{\"type\":\"ping\",\"clientTime\":1}".repeat(399) + "]";
            assertThat(say(session, "ana", many).status()).isEqualTo(202);
            assertThat(say(session, "ana", many).status()).isEqualTo(202);
            RawHttp.Response next = say(session, "ana", many);
            // Where all this takes seconds, some more are allowed meanwhile.
            for (int i = 0; i < 20 && next.status() == 202; i++) {
                next = say(session, "ana", many);
            }
            assertThat(next.status()).isEqualTo(429);
            assertThat(next.headers()).containsKey("retry-after");
        }
    }

    @Test
    void a_session_of_a_node_that_is_not_there_is_unknown_and_while_nobody_can_be_asked_one_comes_again()
            throws Exception {
        String gone = "cccccccc00112233445566778899aabb";
        assertThat(say(gone, "ana", PING).status()).isEqualTo(404);
        assertThat(say("none", "ana", PING).status()).isEqualTo(404);
        here.cluster.away = true;
        RawHttp.Response answer = say(gone, "ana", PING);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headers()).containsKey("retry-after");
        assertThat(say("none", "ana", PING).status()).isEqualTo(404);
    }

    private RawHttp.Response get(String target) throws IOException {
        try (RawHttp http = new RawHttp(here.address)) {
            http.get(target, bearer("ana"));
            return http.response();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STARTING,  503, starting",
        "FOLLOWING, 200, following",
        "LEADING,   200, leading",
        "LOST,      200, lost",
        "CUT_OFF,   503, cut_off",
    })
    void it_says_how_it_stands_and_whether_clients_should_come(Standing.Role role, int status, String said)
            throws Exception {
        here.cluster.role = role;
        RawHttp.Response answer = get("/readyz");
        assertThat(answer.status()).isEqualTo(status);
        JsonNode body = FrameCodec.jsonMapper().readTree(answer.body());
        assertThat(body.path("role").asString()).isEqualTo(said);
        assertThat(body.path("node").asString()).isEqualTo("aaaaaaaa");
        assertThat(body.path("leader").asString()).isEqualTo("0000000a");
        assertThat(body.path("epoch").asString()).isEqualTo("k3fa9x");
        assertThat(body.path("index").asLong()).isEqualTo(812);
        assertThat(body.path("behindMillis").asLong()).isEqualTo(4);
        assertThat(get("/healthz").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Standing.Role.class,
            names = {"STARTING", "CUT_OFF"})
    void while_it_serves_nobody_a_load_balancer_is_told_to_ask_the_next(Standing.Role role) throws Exception {
        here.cluster.role = role;
        for (String target : List.of("/v1/quotes?symbols=AAPL", "/v1/events?symbols=AAPL", "/v1/updates", "/v1/ws")) {
            RawHttp.Response answer = get(target);
            assertThat(answer.status()).as(target).isEqualTo(503);
            assertThat(answer.headers()).as(target).containsKey("retry-after");
        }
        here.cluster.role = Standing.Role.FOLLOWING;
        assertThat(get("/v1/quotes?symbols=AAPL").status()).isEqualTo(200);
    }

    @Test
    void a_node_that_stops_says_so_and_still_how_it_stands() throws Exception {
        here.listener.notReady();
        RawHttp.Response answer = get("/readyz");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("\"stopping\"").contains("\"aaaaaaaa\"");
    }
}
