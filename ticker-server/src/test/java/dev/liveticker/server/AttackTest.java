package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Welcome;
import dev.liveticker.server.transport.websocket.MaskedFrame;
import dev.liveticker.server.transport.websocket.RawDeflate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What becomes of attackers, of an honest client beside them, and of memory; leaves its table in target/attacks.md. */
@Isolated("memory is measured")
class AttackTest {

    private static final String SUBSCRIBE = "{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"*\"]}";
    private static final String UNSUBSCRIBE = SUBSCRIBE.replace("subscribe", "unsubscribe");

    private static Siege siege;

    @BeforeAll
    static void begin() throws IOException {
        siege = new Siege();
    }

    @AfterAll
    static void end() throws Exception {
        siege.close();
    }

    private static RawWebSocket socket(String... headers) throws IOException {
        return new RawWebSocket(siege.address(), Encoding.JSON, headers);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Sends beside whoever reads, for the server may close in the middle of it. */
    private static void pour(RawWebSocket socket, byte[] bytes) {
        Thread.ofVirtual().start(() -> {
            try {
                socket.http.send(bytes);
            } catch (IOException e) {
                // Cut off, as it should be.
            }
        });
    }

    private static byte[] many(int count, byte[] frame) {
        byte[] all = new byte[count * frame.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(frame, 0, all, i * frame.length, frame.length);
        }
        return all;
    }

    private static int closeCodeAfter(byte[] bytes, String... headers) throws IOException {
        try (RawWebSocket socket = socket(headers)) {
            pour(socket, bytes);
            return socket.next(RawWebSocket.CLOSE).closeCode();
        }
    }

    @Test
    void a_compression_bomb_is_closed_1009_before_it_unfolds() throws Exception {
        byte[] bomb = MaskedFrame.of(0xC1, RawDeflate.message(utf8(" ".repeat(60 << 20))), 7);
        siege.withstand("compression bomb: 60 MB in " + (bomb.length >> 10) + " KB", () -> {
            long before = Siege.allocated();
            assertThat(closeCodeAfter(bomb, "Sec-WebSocket-Extensions: permessage-deflate"))
                    .isEqualTo(1009);
            assertThat(Siege.allocated() - before).isLessThan(8L << 20);
            return "closed 1009";
        });
    }

    @Test
    void a_ping_flood_is_closed_4429() throws Exception {
        byte[] ping = MaskedFrame.of(RawWebSocket.PING, true, new byte[125]);
        siege.withstand("ping flood: 100,000 at once", () -> {
            assertThat(closeCodeAfter(many(100_000, ping))).isEqualTo(4429);
            return "closed 4429";
        });
    }

    @Test
    void a_flood_of_pongs_nobody_asked_for_is_closed_4429() throws Exception {
        byte[] pong = MaskedFrame.of(RawWebSocket.PONG, true, new byte[125]);
        siege.withstand("pong flood: 100,000 at once", () -> {
            assertThat(closeCodeAfter(many(100_000, pong))).isEqualTo(4429);
            return "closed 4429";
        });
    }

    @Test
    void a_million_fragments_are_closed_1009() throws Exception {
        siege.withstand("a million fragments of a byte", () -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(MaskedFrame.of(RawWebSocket.TEXT, false, new byte[] {'['}));
            all.writeBytes(many(1_000_000, MaskedFrame.of(0, false, new byte[] {' '})));
            assertThat(closeCodeAfter(all.toByteArray())).isEqualTo(1009);
            return "closed 1009";
        });
    }

    @Test
    void a_message_without_end_is_closed_1009_and_one_that_stops_halfway_4408() throws Exception {
        List<RawWebSocket> halfway = new ArrayList<>();
        siege.withstand(
                "messages without end: one goes on, 100 announce 64 KB and stop",
                () -> {
                    byte[] half = Arrays.copyOf(MaskedFrame.of(RawWebSocket.TEXT, true, new byte[65_000]), 1_000);
                    for (int i = 0; i < 100; i++) {
                        RawWebSocket socket = socket();
                        socket.http.send(half);
                        halfway.add(socket);
                    }
                    byte[] part = MaskedFrame.of(0, false, new byte[1_024]);
                    assertThat(closeCodeAfter(
                                    concat(MaskedFrame.of(RawWebSocket.TEXT, false, utf8("[")), many(200, part))))
                            .isEqualTo(1009);
                    for (RawWebSocket socket : halfway) {
                        assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4408);
                    }
                    return "closed 1009; closed 4408 (no pong)";
                },
                () -> halfway);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Connections that say one byte after the other, each soon enough not to seem idle. */
    private static String drip(String beginning, String forever) throws IOException {
        List<RawHttp> dripping = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RawHttp http = new RawHttp(siege.address());
            http.send(utf8(beginning));
            dripping.add(http);
        }
        siege.every(Duration.ofMillis(100), () -> {
            for (RawHttp http : dripping) {
                try {
                    http.send(utf8(forever));
                } catch (IOException e) {
                    throw new UncheckedIOException("cut, as it should be", e);
                }
            }
        });
        for (RawHttp http : dripping) {
            assertThat(ended(http)).isTrue();
            http.close();
        }
        return "100 of 100 cut at the deadline";
    }

    private static boolean ended(RawHttp http) {
        try {
            return http.in.read() < 0;
        } catch (IOException e) {
            return e instanceof java.net.SocketException;
        }
    }

    @Test
    void a_head_that_comes_a_byte_at_a_time_is_cut_at_its_deadline() throws Exception {
        siege.withstand(
                "slowloris: 100 heads, a byte every 100 ms",
                () -> drip("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "x"));
    }

    @Test
    void a_body_that_comes_a_byte_at_a_time_is_cut_at_its_deadline() throws Exception {
        siege.withstand(
                "slow body: 100 POSTs, a byte every 100 ms",
                () -> drip(
                        String.join(
                                "\r\n",
                                "POST /v1/sessions/x/messages HTTP/1.1",
                                "Host: localhost",
                                "Content-Length: 60000",
                                "",
                                ""),
                        " "));
    }

    @Test
    void connections_that_say_nothing_are_cut_at_the_same_deadline() throws Exception {
        List<RawHttp> silent = new ArrayList<>();
        siege.withstand("150 connections that say nothing", () -> {
            for (int i = 0; i < 150; i++) {
                silent.add(new RawHttp(siege.address()));
            }
            for (RawHttp http : silent) {
                assertThat(ended(http)).isTrue();
                http.close();
            }
            return "150 of 150 cut at the deadline";
        });
    }

    @Test
    void heads_too_large_in_any_way_are_refused() throws Exception {
        siege.withstand("heads: a field of 80 KB, 200 fields, an address of 80 KB", () -> {
            String[] fields = new String[200];
            Arrays.setAll(fields, i -> "X-" + i + ": y");
            Map<String, String> outcomes = new TreeMap<>();
            outcomes.put("field", statusOf("/healthz", "X-Long: " + "y".repeat(80_000)));
            outcomes.put("fields", statusOf("/healthz", fields));
            outcomes.put("address", statusOf("/v1/quotes?symbols=" + "A,".repeat(40_000)));
            assertThat(outcomes.values()).containsOnly("400");
            return "400, connection closed";
        });
    }

    private static String statusOf(String target, String... headers) throws IOException {
        try (RawHttp http = new RawHttp(siege.address())) {
            http.get(target, headers);
            String status = String.valueOf(http.head().status());
            assertThat(ended(http)).isTrue();
            return status;
        }
    }

    @Test
    void answers_that_nobody_reads_hold_a_bounded_memory() throws Exception {
        List<RawHttp> held = new ArrayList<>();
        siege.withstand(
                "150 requests for 600 KB each that are never read",
                () -> {
                    String large = "/v1/quotes?symbols=" + distinctSymbols(15_000);
                    for (int i = 0; i < 150; i++) {
                        RawHttp http = new RawHttp(siege.address());
                        http.get(large);
                        held.add(http);
                    }
                    await().until(() -> overloaded(large));
                    return "503 once 4 MB wait for those that do not read";
                },
                () -> held);
    }

    private static String distinctSymbols(int count) {
        StringBuilder symbols = new StringBuilder();
        for (int i = 0; i < count; i++) {
            symbols.append(Integer.toString(36 * 36 + i, 36)).append(',');
        }
        return symbols.toString();
    }

    private static boolean overloaded(String target) throws IOException {
        try (RawHttp http = new RawHttp(siege.address())) {
            http.get(target);
            RawHttp.Response answer = http.response();
            return answer.status() == 503
                    && answer.headers().containsKey("retry-after")
                    && answer.body().contains("overloaded");
        }
    }

    @Test
    void one_address_that_takes_every_connection_is_told_429_and_then_nothing() throws Exception {
        InetAddress attacker = OtherAddress.assumed();
        List<RawHttp> held = new ArrayList<>();
        try (RawHttp probe = new RawHttp(siege.address(), attacker)) {
            probe.get("/healthz");
            assertThat(probe.response().status()).isEqualTo(200);
        }
        siege.withstand(
                "500 connections from one address, at most " + Siege.PER_ADDRESS + " allowed",
                () -> {
                    Map<String, Integer> outcomes = new TreeMap<>();
                    for (int i = 0; i < 500; i++) {
                        RawHttp http = new RawHttp(siege.address(), attacker);
                        held.add(http);
                        outcomes.merge(streamed(http), 1, Integer::sum);
                    }
                    assertThat(outcomes.get("200")).isEqualTo(Siege.PER_ADDRESS);
                    assertThat(outcomes.get("429")).isPositive();
                    try (RawWebSocket newcomer = socket()) {
                        newcomer.message(Welcome.class);
                    }
                    return outcomes.get("200") + " served, " + outcomes.get("429")
                            + " told 429; newcomers from elsewhere come in";
                },
                () -> held);
    }

    private static String streamed(RawHttp http) {
        try {
            http.get("/v1/events?symbols=AAPL");
            RawHttp.Response answer = http.head();
            if (answer.status() == 429) {
                assertThat(answer.headers()).containsKey("retry-after").containsEntry("connection", "close");
            }
            return String.valueOf(answer.status());
        } catch (IOException e) {
            return "dropped";
        }
    }

    @Test
    void a_message_flood_is_told_to_wait_and_then_closed_4429() throws Exception {
        siege.withstand("message flood: 20,000 on a WebSocket at once", () -> {
            try (RawWebSocket socket = socket()) {
                pour(
                        socket,
                        many(
                                20_000,
                                MaskedFrame.of(
                                        RawWebSocket.TEXT, true, utf8("[{\"type\":\"ping\",\"clientTime\":1}]"))));
                Failure told = socket.message(Failure.class);
                assertThat(told.code()).isEqualTo("rate_limited");
                assertThat(told.retryAfterMillis()).isPositive();
                assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4429);
            }
            return "`error` `rate_limited`, then closed 4429";
        });
    }

    @Test
    void a_subscribing_flood_is_closed_4429() throws Exception {
        byte[] both = concat(
                MaskedFrame.of(RawWebSocket.TEXT, true, utf8("[" + SUBSCRIBE + "]")),
                MaskedFrame.of(RawWebSocket.TEXT, true, utf8("[" + UNSUBSCRIBE + "]")));
        siege.withstand("subscribe and unsubscribe everything, 10,000 times", () -> {
            assertThat(closeCodeAfter(many(10_000, both))).isEqualTo(4429);
            return "closed 4429";
        });
    }

    @Test
    void posted_messages_in_a_flood_are_told_429() throws Exception {
        siege.withstand("message flood: 100 POSTs of 100 messages", () -> {
            try (RawEvents events = new RawEvents(siege.address(), "/v1/events?symbols=AAPL");
                    RawHttp http = new RawHttp(siege.address())) {
                String session = events.message(Welcome.class).session();
                byte[] body = utf8("[" + "{\"type\":\"ping\",\"clientTime\":1},".repeat(99)
                        + "{\"type\":\"ping\",\"clientTime\":1}]");
                RawHttp.Response answer;
                int heard = 0;
                do {
                    http.post("/v1/sessions/" + session + "/messages", "application/json", body);
                    answer = http.response();
                    heard++;
                } while (answer.status() == 202 && heard < 100);
                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.headers()).containsKey("retry-after");
                assertThat(answer.body()).contains("\"code\":\"rate_limited\"");
                return "429 after " + (heard - 1);
            }
        });
    }

    @Test
    void clients_that_answer_no_ping_lose_their_places() throws Exception {
        List<RawWebSocket> dead = new ArrayList<>();
        siege.withstand(
                "100 WebSockets that went without a word",
                () -> {
                    for (int i = 0; i < 100; i++) {
                        dead.add(socket());
                    }
                    await().until(() -> siege.server.subscribers() > 100);
                    await().until(() -> siege.server.subscribers() < 100);
                    return "closed 4408, places free again";
                },
                () -> dead);
    }
}
