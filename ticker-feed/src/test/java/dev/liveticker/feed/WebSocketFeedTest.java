package dev.liveticker.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Symbol;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketFeedTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final String WELCOME = Said.frame(Said.welcome("e1", 5_000));

    private final RecordingListener listener = new RecordingListener();

    private Feed connect(ScriptedServer server, boolean compression) {
        return Feeds.connect(new FeedSettings(server.address(), Transport.WEBSOCKET, false, compression), listener)
                .feed();
    }

    @Test
    void it_subscribes_once_welcomed_and_passes_on_what_comes() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    assertThat(request.path()).isEqualTo("/v1/ws");
                    assertThat(request.header("Sec-WebSocket-Protocol")).isEqualTo("liveticker.v1.json");
                    peer.upgrade("Sec-WebSocket-Protocol: liveticker.v1.json\r\n")
                            .text(WELCOME);
                    String asked = peer.readFrame();
                    assertThat(asked).contains("\"subscribe\"", "\"quotes\"", "\"AAPL\"");
                    peer.text(Said.frame(
                            Said.subscribed("s1", "quotes", "AAPL", false), Said.snapshot("AAPL", 3, "189.25")));
                    peer.text(Said.frame(Said.quote("AAPL", 4, "189.26"), Said.quote("AAPL", 4, "189.26")));
                    peer.awaitEnd();
                });
                Feed feed = connect(server, false)) {
            feed.subscribe(List.of(Subscription.quotes(AAPL)));
            await().until(() -> !listener.heard(Quote.class).isEmpty());
            assertThat(listener.heard(Snapshot.class)).hasSize(1);
            assertThat(listener.heard(Quote.class)).hasSize(1);
            assertThat(feed.state()).isEqualTo(new ConnectionState.Live(Transport.WEBSOCKET));
            await().until(() -> feed.statistics().duplicates() == 1);
            assertThat(feed.statistics().epoch()).isEqualTo("e1");
        }
    }

    @Test
    void after_a_loss_it_goes_on_from_where_it_was() throws Exception {
        AtomicInteger connections = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    peer.upgrade("").text(WELCOME);
                    String asked = peer.readFrame();
                    if (connections.incrementAndGet() == 1) {
                        assertThat(asked).doesNotContain("since");
                        peer.text(Said.frame(
                                Said.subscribed("s1", "quotes", "AAPL", false), Said.snapshot("AAPL", 3, "1")));
                        peer.text(Said.frame(Said.heartbeat(7)));
                        peer.closeFrame(1001).awaitEnd();
                    } else {
                        assertThat(asked).contains("\"since\":\"e1:7\"");
                        peer.text(
                                Said.frame(Said.subscribed("s2", "quotes", "AAPL", true), Said.quote("AAPL", 8, "2")));
                        peer.awaitEnd();
                    }
                });
                Feed feed = connect(server, false)) {
            feed.subscribe(List.of(Subscription.quotes(AAPL)));
            await().until(() -> !listener.heard(Quote.class).isEmpty());
            assertThat(listener.heard(Subscribed.class))
                    .extracting(Subscribed::resumed)
                    .containsExactly(false, true);
            assertThat(feed.statistics().reconnects()).isEqualTo(1);
            assertThat(listener.was(ConnectionState.Waiting.class))
                    .extracting(ConnectionState.Waiting::why)
                    .containsExactly("the server is going away");
        }
    }

    @Test
    void the_latency_is_half_of_there_and_back() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    peer.upgrade("").text(WELCOME);
                    String ping = peer.readFrame();
                    peer.text(ping.replace("\"ping\"", "\"pong\",\"time\":1"));
                    peer.awaitEnd();
                });
                Feed feed = connect(server, false)) {
            await().until(() -> !listener.heard(Pong.class).isEmpty());
            assertThat(feed.statistics().latency()).isNotNull().isPositive();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', Refused, 'not authenticated, or the token ran out'",
        "403, '', Refused, origin or permission refused",
        "404, '', Waiting, the server does not offer this transport (HTTP 404)",
        "503, 'Retry-After: 40', Waiting, the server is overloaded or going away",
        "429, 'Retry-After: 40', Waiting, rate limited",
        "302, 'Location: http://127.0.0.1:9/', Waiting, the server does not offer this transport (HTTP 302)",
    })
    void a_refused_upgrade_is_told_for_what_it_is(int status, String header, String state, String why)
            throws Exception {
        String headers = header.isEmpty() ? "" : header + "\r\n";
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.answer(status, headers, "no"));
                Feed _ = connect(server, true)) {
            ConnectionState reached = listener.awaited(state);
            assertThat(why(reached)).isEqualTo(why);
            if (reached instanceof ConnectionState.Waiting waiting && status == 503) {
                assertThat(waiting.delay()).hasSeconds(40);
            }
            if (reached instanceof ConnectionState.Waiting waiting && status == 429) {
                assertThat(waiting.delay()).hasSeconds(5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4400, Refused, malformed message",
        "4403, Refused, origin or permission refused",
        "4401, Waiting, 'not authenticated, or the token ran out'",
        "4408, Waiting, 'too slow even for conflation, or no pong'",
        "1013, Waiting, overloaded",
        "4429, Waiting, rate limited",
    })
    void a_close_code_is_told_for_what_it_is(int code, String state, String why) throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) ->
                        peer.upgrade("").text(WELCOME).closeFrame(code).awaitEnd());
                Feed _ = connect(server, true)) {
            assertThat(why(listener.awaited(state))).isEqualTo(why);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "[{\"type\":", "[7]"})
    void garbage_ends_the_connection_and_is_told(String garbage) throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) ->
                        peer.upgrade("").text(WELCOME).text(garbage).awaitEnd());
                Feed _ = connect(server, false)) {
            assertThat(listener.awaitedWaiting().why()).startsWith("the server sent what is no frame");
        }
    }

    @Test
    void half_a_frame_and_a_cut_is_a_broken_connection() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.upgrade("")
                        .text(WELCOME)
                        .write(new byte[] {(byte) 0x81, 126, 1})
                        .cut());
                Feed _ = connect(server, false)) {
            assertThat(listener.awaitedWaiting().why()).isEqualTo("the connection broke");
        }
    }

    @Test
    void a_huge_message_is_refused_before_it_is_in_memory() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    peer.upgrade("").text(WELCOME);
                    peer.text("[" + " ".repeat(3 << 20) + "]");
                    peer.awaitEnd();
                });
                Feed _ = connect(server, false)) {
            // With this Tyrus ends what is more than it may hold; taken in, it would be a frame without a message.
            assertThat(listener.awaitedWaiting().why()).isEqualTo("internal error");
        }
    }

    @Test
    void a_server_that_accepts_and_says_nothing_is_left_waiting_when_the_feed_closes() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.awaitEnd())) {
            Feed feed = connect(server, false);
            await().until(() -> server.requests("GET", "/v1/ws") == 1);
            feed.close();
            await().until(() -> feed.state() instanceof ConnectionState.Idle);
        }
    }

    @Test
    void a_socket_that_opens_only_after_the_feed_is_closed_is_closed_too() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
            closed.await();
            peer.upgrade("");
            if (peer.readFrame().isEmpty()) {
                ended.countDown();
            }
        })) {
            Feed feed = connect(server, false);
            await().until(() -> server.requests("GET", "/v1/ws") == 1);
            feed.close();
            await().until(() -> feed.state() instanceof ConnectionState.Idle);
            closed.countDown();
            await().until(() -> ended.getCount() == 0);
        }
    }

    @Test
    void nobody_at_the_address_is_waited_for_in_words() throws Exception {
        int port;
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.cut())) {
            port = server.port();
        }
        FeedSettings settings =
                new FeedSettings(URI.create("http://127.0.0.1:" + port), Transport.WEBSOCKET, false, false);
        try (Feed _ = Feeds.connect(settings, listener).feed()) {
            assertThat(listener.awaitedWaiting().why()).isEqualTo("no connection to 127.0.0.1:" + port);
        }
    }

    @Test
    void compressed_messages_are_inflated_also_in_parts_and_with_a_kept_context() throws Exception {
        for (String takeover : new String[] {"; server_no_context_takeover", ""}) {
            try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                        assertThat(request.header("Sec-WebSocket-Extensions"))
                                .isEqualTo(
                                        "permessage-deflate; client_no_context_takeover; server_no_context_takeover");
                        peer.upgrade("Sec-WebSocket-Extensions: permessage-deflate" + takeover + "\r\n");
                        Deflater deflater = new Deflater(9, true);
                        peer.frame(0xC1, deflate(deflater, WELCOME, takeover));
                        byte[] whole = deflate(deflater, Said.frame(Said.quote("AAPL", 1, "1.5")), takeover);
                        peer.frame(0x41, Arrays.copyOfRange(whole, 0, 5));
                        peer.frame(0x80, Arrays.copyOfRange(whole, 5, whole.length));
                        peer.frame(
                                0x81, Said.frame(Said.quote("AAPL", 2, "2.5")).getBytes(UTF_8));
                        peer.frame(0xC1, deflate(deflater, Said.frame(Said.quote("AAPL", 3, "3.5")), takeover));
                        peer.awaitEnd();
                    });
                    Feed feed = connect(server, true)) {
                feed.subscribe(List.of(Subscription.quotes(AAPL)));
                await().until(() -> listener.heard(Quote.class).size() == 3);
                assertThat(feed.state()).isInstanceOf(ConnectionState.Live.class);
                listener.messages.clear();
            }
        }
    }

    @Test
    void a_small_message_that_inflates_to_a_huge_one_is_refused() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    peer.upgrade("Sec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover\r\n");
                    Deflater deflater = new Deflater(9, true);
                    peer.frame(0xC1, deflate(deflater, WELCOME, "no"));
                    peer.frame(0xC1, deflate(deflater, "[" + " ".repeat(64 << 20) + "]", "no"));
                    peer.awaitEnd();
                });
                Feed _ = connect(server, true)) {
            assertThat(listener.awaitedWaiting().why())
                    .isEqualTo("what the server sent cannot be inflated: a message is larger than 4194304 bytes");
        }
    }

    private static String why(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Waiting waiting -> waiting.why();
            case ConnectionState.Refused refused -> refused.why();
            default -> "";
        };
    }

    private static byte[] deflate(Deflater deflater, String text, String takeover) throws Exception {
        if (!takeover.isEmpty()) {
            deflater.reset();
        }
        deflater.setInput(text.getBytes(UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        int count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        while (count > 0) {
            out.write(buffer, 0, count);
            count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        }
        return Arrays.copyOf(out.toByteArray(), out.size() - 4);
    }
}
