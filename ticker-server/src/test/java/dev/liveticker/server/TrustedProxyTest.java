package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.access.AccessSettings;
import dev.liveticker.server.access.KeyFiles;
import dev.liveticker.server.access.Keys;
import dev.liveticker.server.access.Origins;
import dev.liveticker.server.access.TrustedProxies;
import dev.liveticker.server.limit.LimitSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy at 127.0.0.1 is believed, one at 127.0.0.2 is not. */
class TrustedProxyTest {

    private static final int PER_ADDRESS = 5;
    private static final String ANA = "X-Forwarded-For: 203.0.113.1";
    private static final String BEN = "X-Forwarded-For: 203.0.113.2";
    private static final String WRONG = "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AAAA";

    @TempDir
    private Path folder;

    private ScriptedServer server;

    private void start(AccessSettings access) throws IOException {
        start(access, true);
    }

    private void start(AccessSettings access, boolean exemptLoopback) throws IOException {
        LimitSettings usual = LimitSettings.defaults();
        LimitSettings limits = new LimitSettings(
                usual.connectionMessages(),
                usual.userMessages(),
                usual.addressMessages(),
                usual.addressRequests(),
                usual.addressConnections(),
                usual.failedLogins(),
                usual.maxConnections(),
                PER_ADDRESS,
                usual.headerDeadline(),
                usual.bodyDeadline(),
                usual.answerBytes(),
                exemptLoopback);
        server = new ScriptedServer(
                ScriptedServer.options(Duration.ofMinutes(1))
                        .withAccess(new AccessSettings(
                                access.tokens(),
                                access.queryToken(),
                                access.origins(),
                                TrustedProxies.parse(List.of("127.0.0.1/32"), TrustedProxies.Form.X_FORWARDED)))
                        .withLimits(limits),
                1_000,
                Duration.ofSeconds(30));
    }

    private AccessSettings tokens() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), Keys.SECRET);
        return new AccessSettings(KeyFiles.secret(secret, InstantSource.system()), false, Origins.own());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RawHttp.Response get(InetAddress from, String target, String... headers) throws IOException {
        try (RawHttp http = new RawHttp(server.server.address(), from)) {
            http.get(target, headers);
            return http.response();
        }
    }

    private RawHttp.Response get(String target, String... headers) throws IOException {
        return get(null, target, headers);
    }

    private int guesses(InetAddress from, String... forwarded) throws IOException {
        int looked = 0;
        String[] headers = java.util.Arrays.copyOf(forwarded, forwarded.length + 1);
        headers[forwarded.length] = WRONG;
        for (int i = 0; i < 20; i++) {
            looked += get(from, "/v1/instruments", headers).status() == 401 ? 1 : 0;
        }
        return looked;
    }

    /** One guess in ten seconds is looked at, and this may be the one; the one right behind it is not. */
    private void assertSlowedDown(InetAddress from, String... headers) throws IOException {
        int first = get(from, "/v1/instruments", headers).status();
        assertThat(first == 429 || get(from, "/v1/instruments", headers).status() == 429)
                .as("told to wait: %s", String.join(", ", headers))
                .isTrue();
    }

    @Test
    void who_guesses_behind_a_proxy_is_slowed_down_alone_and_cannot_be_another() throws Exception {
        start(tokens());
        assertThat(guesses(null, ANA)).isBetween(10, 12);
        // What the client itself wrote stands before what the proxy added.
        assertSlowedDown(null, "X-Forwarded-For: 198.51.100.7, 203.0.113.1", WRONG);
        assertSlowedDown(null, "X-Forwarded-For: 198.51.100.7", ANA, WRONG);
        assertSlowedDown(null, "Forwarded: for=198.51.100.7", ANA, WRONG);
        assertThat(get("/v1/instruments", BEN, WRONG).status()).isEqualTo(401);
    }

    @Test
    void who_is_no_proxy_of_ours_is_counted_for_what_it_is_whatever_it_says() throws Exception {
        start(tokens());
        InetAddress elsewhere = OtherAddress.assumed();
        guesses(elsewhere, "X-Forwarded-For: 203.0.113.77");
        for (int i = 0; i < 3; i++) {
            assertSlowedDown(elsewhere, "X-Forwarded-For: 198.51.100." + i, WRONG);
        }
        assertThat(get("/v1/instruments", "X-Forwarded-For: 203.0.113.77", WRONG)
                        .status())
                .isEqualTo(401);
    }

    private int stream(List<RawHttp> held, String... headers) throws IOException {
        RawHttp http = new RawHttp(server.server.address());
        held.add(http);
        http.get("/v1/events?symbols=AAPL", headers);
        return http.head().status();
    }

    @Test
    void a_proxy_may_have_many_connections_but_each_of_its_clients_only_its_own() throws Exception {
        // Not because it is on this machine: that counts for nothing here.
        start(AccessSettings.open(), false);
        List<RawHttp> held = new ArrayList<>();
        try {
            for (int i = 0; i < PER_ADDRESS; i++) {
                assertThat(stream(held, ANA)).isEqualTo(200);
                assertThat(stream(held, BEN)).isEqualTo(200);
            }
            assertThat(stream(held, ANA)).isEqualTo(429);
            try (RawWebSocket ana = new RawWebSocket(server.server.address(), Encoding.JSON, ANA)) {
                assertThat(ana.answer.status()).isEqualTo(429);
            }
            held.get(0).reset();
            await().until(() -> stream(held, ANA) == 200);
            assertThat(stream(held, "X-Forwarded-For: 2001:db8::7")).isEqualTo(200);
        } finally {
            for (RawHttp http : held) {
                http.close();
            }
        }
    }

    @Test
    void a_web_socket_keeps_its_client_s_place_for_as_long_as_it_is_open() throws Exception {
        start(AccessSettings.open(), false);
        List<RawWebSocket> open = new ArrayList<>();
        try {
            for (int i = 0; i < PER_ADDRESS; i++) {
                open.add(new RawWebSocket(server.server.address(), Encoding.JSON, ANA));
                assertThat(open.getLast().answer.status()).isEqualTo(101);
            }
            assertThat(get("/v1/quotes?symbols=AAPL", ANA).status()).isEqualTo(429);
            assertThat(get("/v1/quotes?symbols=AAPL", BEN).status()).isEqualTo(200);
            open.removeFirst().close();
            await().until(() -> get("/v1/quotes?symbols=AAPL", ANA).status() == 200);
        } finally {
            for (RawWebSocket socket : open) {
                socket.close();
            }
        }
    }

    @Test
    void requests_that_are_over_hold_no_place() throws Exception {
        start(AccessSettings.open(), false);
        try (RawHttp proxy = new RawHttp(server.server.address())) {
            for (int i = 0; i < 4 * PER_ADDRESS; i++) {
                proxy.get("/v1/quotes?symbols=AAPL", i % 2 == 0 ? ANA : BEN);
                assertThat(proxy.response().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_page_that_came_by_tls_to_the_proxy_is_the_server_s_own() throws Exception {
        start(AccessSettings.open());
        String origin = "Origin: https://localhost";
        RawHttp.Response own = get("/v1/quotes?symbols=AAPL", ANA, "X-Forwarded-Proto: https", origin);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.headers()).containsEntry("access-control-allow-origin", "https://localhost");
        assertThat(get("/v1/quotes?symbols=AAPL", ANA, "X-Forwarded-Proto: http", origin)
                        .status())
                .isEqualTo(403);
        assertThat(get("/v1/quotes?symbols=AAPL", ANA, origin).status()).isEqualTo(403);
    }

    @Test
    void a_browser_behind_tls_is_told_to_keep_to_it() throws Exception {
        start(new AccessSettings(null, false, Origins.parse(List.of("https://board.example"), false)));
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.request("GET /healthz HTTP/1.1", "Host: board.example", ANA, "X-Forwarded-Proto: https");
            assertThat(http.response().headers()).containsKey("strict-transport-security");
            http.request("GET /healthz HTTP/1.1", "Host: board.example", ANA, "X-Forwarded-Proto: http");
            assertThat(http.response().headers()).doesNotContainKey("strict-transport-security");
        }
    }

    @Test
    void a_client_from_elsewhere_is_not_this_machine_s_user() throws Exception {
        start(AccessSettings.open());
        assertThat(get("/v1/status").status()).isEqualTo(200);
        assertThat(get("/v1/status", "X-Forwarded-For: 127.0.0.1").status()).isEqualTo(200);
        assertThat(get("/v1/status", ANA).status()).isEqualTo(403);
        assertThat(get("/v1/status", "X-Forwarded-For: 127.0.0.1, unknown").status())
                .isEqualTo(403);
        assertThat(get("/v1/status", "X-Forwarded-For: ::1, 203.0.113.1").status())
                .isEqualTo(403);
    }
}
