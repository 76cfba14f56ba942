package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Failure;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.server.transport.websocket.MaskedFrame;
import dev.liveticker.server.transport.websocket.RawDeflate;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSocketTest {

    private static final String SUBSCRIBE = "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\"]}]";

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.quiet();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Gathers whole text messages. */
    private static final class Gatherer implements WebSocket.Listener {

        final BlockingQueue<ServerMessage> messages = new LinkedBlockingQueue<>();
        final BlockingQueue<Integer> closes = new LinkedBlockingQueue<>();
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    messages.addAll(FrameCodec.of(Encoding.JSON)
                            .decodeServerFrame(text.toString().getBytes(StandardCharsets.UTF_8)));
                } catch (MalformedFrameException e) {
                    throw new AssertionError(e);
                }
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closes.add(code);
            return null;
        }

        <T extends ServerMessage> T next(Class<T> type) throws InterruptedException {
            while (true) {
                ServerMessage message = messages.poll(60, TimeUnit.SECONDS);
                assertThat(message).as("a message before the time is over").isNotNull();
                if (type.isInstance(message)) {
                    return type.cast(message);
                }
            }
        }
    }

    @Test
    void an_independent_client_is_welcomed_and_gets_snapshot_and_quotes() throws Exception {
        Gatherer gatherer = new Gatherer();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .subprotocols("liveticker.v1.json")
                    .buildAsync(server.webSocket(), gatherer)
                    .get(60, TimeUnit.SECONDS);
            assertThat(socket.getSubprotocol()).isEqualTo("liveticker.v1.json");
            assertThat(gatherer.next(Welcome.class).protocol()).isEqualTo(1);

            socket.sendText(SUBSCRIBE, true).get(60, TimeUnit.SECONDS);
            assertThat(gatherer.next(Subscribed.class).symbols()).containsExactly(ScriptedMarket.AAPL);
            Snapshot snapshot = gatherer.next(Snapshot.class);
            assertThat(snapshot.last()).isEqualByComparingTo("100.00");

            server.market.quote(ScriptedMarket.AAPL, "101.25");
            Quote quote = gatherer.next(Quote.class);
            assertThat(quote.last()).isEqualByComparingTo("101.25");
            assertThat(quote.seq()).isGreaterThan(snapshot.seq());

            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").get(60, TimeUnit.SECONDS);
            assertThat(gatherer.closes.poll(60, TimeUnit.SECONDS)).isEqualTo(1000);
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void the_same_messages_come_as_cbor() throws Exception {
        try (RawWebSocket socket = new RawWebSocket(
                server.server.address(), Encoding.CBOR, "Sec-WebSocket-Protocol: liveticker.v1.cbor")) {
            assertThat(socket.answer.headers()).containsEntry("sec-websocket-protocol", "liveticker.v1.cbor");
            socket.message(Welcome.class);
            socket.send(
                    RawWebSocket.BINARY,
                    FrameCodec.of(Encoding.CBOR)
                            .encodeClientFrame(List.of(new ClientMessage.Subscribe(
                                    "s", Channel.TRADES, List.of("MSFT"), null, null, null))));
            socket.message(Subscribed.class);
            server.market.trade(ScriptedMarket.MSFT, "99.5");
            assertThat(socket.message(Trade.class).price()).isEqualByComparingTo("99.5");
        }
    }

    @Test
    void large_frames_come_compressed_where_that_was_agreed_on_and_each_stands_alone() throws Exception {
        try (RawWebSocket socket = new RawWebSocket(
                server.server.address(),
                Encoding.JSON,
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")) {
            assertThat(socket.answer.headers())
                    .containsEntry(
                            "sec-websocket-extensions",
                            "permessage-deflate; server_no_context_takeover; client_no_context_takeover");
            socket.message(Welcome.class);
            byte[] all = "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"*\"]}]"
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 2; i++) {
                socket.http.send(MaskedFrame.of(0xC1, RawDeflate.message(all), 0x01020304));
                RawWebSocket.Received frame = socket.next(RawWebSocket.TEXT);
                while (!frame.compressed()) {
                    frame = socket.next(RawWebSocket.TEXT);
                }
                assertThat(FrameCodec.of(Encoding.JSON).decodeServerFrame(frame.bytes()))
                        .isNotEmpty();
                socket.send("[{\"type\":\"unsubscribe\",\"channel\":\"quotes\",\"symbols\":[\"*\"]}]");
                socket.message(
                        Subscribed.class, subscribed -> subscribed.symbols().isEmpty());
            }
        }
    }

    @Test
    void what_is_sent_right_behind_the_handshake_is_read() throws Exception {
        byte[] behind = MaskedFrame.of(RawWebSocket.TEXT, true, SUBSCRIBE.getBytes(StandardCharsets.UTF_8));
        try (RawWebSocket socket = new RawWebSocket(server.server.address(), Encoding.JSON, behind)) {
            assertThat(socket.answer.status()).isEqualTo(101);
            assertThat(socket.message(Snapshot.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
        }
    }

    @Test
    void what_is_no_handshake_gets_an_answer_that_says_so() throws Exception {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/v1/ws");
            RawHttp.Response plain = http.response();
            assertThat(plain.status()).isEqualTo(426);
            assertThat(plain.headers())
                    .containsEntry("upgrade", "websocket")
                    .containsEntry("sec-websocket-version", "13")
                    .containsEntry("content-type", "application/problem+json");

            http.get(
                    "/v1/ws",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Version: 8",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            RawHttp.Response old = http.response();
            assertThat(old.status()).isEqualTo(426);
            assertThat(old.body()).contains("Sec-WebSocket-Version: 13");

            http.get("/v1/ws", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13");
            assertThat(http.response().status()).isEqualTo(400);

            http.request("POST /v1/ws HTTP/1.1", "Host: localhost", "Content-Length: 0");
            RawHttp.Response post = http.response();
            assertThat(post.status()).isEqualTo(405);
            assertThat(post.headers()).containsEntry("allow", "GET");
        }
        assertThat(server.subscribers()).isZero();
    }

    @Test
    void a_malformed_message_is_answered_with_an_error_and_then_4400() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.send("[{\"type\":\"subscribe\",");
            assertThat(socket.message(Failure.class).code()).isEqualTo("malformed");
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(4400);
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void an_unknown_type_or_symbol_is_told_and_all_else_goes_on() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.send("[{\"type\":\"dance\",\"id\":\"x\"}]");
            assertThat(socket.message(Failure.class).id()).isEqualTo("x");
            socket.send("[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"NOPE\",\"AAPL\"]}]");
            assertThat(socket.message(Subscribed.class).rejected())
                    .containsExactly(new Subscribed.Rejection("NOPE", "unknown_symbol"));
            assertThat(socket.message(Snapshot.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
            socket.send("[{\"type\":\"ping\",\"id\":\"p\",\"clientTime\":7}]");
            assertThat(socket.message(Pong.class).clientTime()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void a_message_too_large_or_a_bomb_is_closed_1009(boolean bomb) throws Exception {
        try (RawWebSocket socket = new RawWebSocket(
                server.server.address(), Encoding.JSON, "Sec-WebSocket-Extensions: permessage-deflate")) {
            byte[] blanks = " ".repeat(10 << 20).getBytes(StandardCharsets.UTF_8);
            byte[] frame = bomb
                    ? MaskedFrame.of(0xC1, RawDeflate.message(blanks), 7)
                    : MaskedFrame.of(
                            RawWebSocket.TEXT, true, " ".repeat((64 << 10) + 1).getBytes(StandardCharsets.UTF_8));
            socket.http.send(frame);
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1009);
            await().until(() -> server.subscribers() == 0);
        }
    }

    @Test
    void a_broken_frame_is_closed_1002_and_the_connection_ends_though_the_client_says_nothing() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.http.send(new byte[] {(byte) 0x81, 5, 'h', 'e', 'l', 'l', 'o'});
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(1002);
            assertThat(socket.atEnd()).isTrue();
            assertThat(server.subscribers()).isZero();
        }
    }

    @Test
    void a_ping_between_fragments_is_answered_at_once() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            byte[] text = SUBSCRIBE.getBytes(StandardCharsets.UTF_8);
            socket.http.send(MaskedFrame.of(
                    RawWebSocket.TEXT,
                    false,
                    new String(text, 0, 10, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
            socket.send(RawWebSocket.PING, new byte[] {1, 2, 3});
            assertThat(socket.next(RawWebSocket.PONG).bytes()).containsExactly(1, 2, 3);
            socket.http.send(MaskedFrame.of(
                    0,
                    true,
                    new String(text, 10, text.length - 10, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
            assertThat(socket.message(Snapshot.class).symbol()).isEqualTo(ScriptedMarket.AAPL);
        }
    }

    @ParameterizedTest
    @CsvSource({"03E8, 1000", "0FA0, 4000"})
    void a_good_bye_is_answered_with_its_own_code(String payload, int code) throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.message(Welcome.class);
            socket.send(RawWebSocket.CLOSE, HexFormat.of().parseHex(payload));
            assertThat(socket.next(RawWebSocket.CLOSE).closeCode()).isEqualTo(code);
            assertThat(socket.atEnd()).isTrue();
            await().until(() -> server.subscribers() == 0);
        }
    }
}
