package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

/** What the server says of itself is what its clients counted. */
class MetricsTest {

    private static final int TRADES = 3_000;
    private static final String SUBSCRIBE = "[{\"type\":\"subscribe\",\"channel\":\"trades\",\"symbols\":[\"AAPL\"]},"
            + "{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"AAPL\",\"MSFT\"]}]";

    private ScriptedServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedServer.quiet();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Exposition scrape() throws IOException {
        try (RawHttp http = new RawHttp(server.server.address())) {
            http.get("/metrics");
            RawHttp.Response answer = http.response();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().get("content-type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
            return Exposition.parse(answer.body());
        }
    }

    /** What a client was sent. */
    private static final class Count {
        private double frames;
        private double messages;
        private double bytes;
        private double compressed;
        private double compressedBytes;

        /** Whether that is the end of it. */
        boolean add(Encoding encoding, byte[] frame) throws Exception {
            List<ServerMessage> said = FrameCodec.of(encoding).decodeServerFrame(frame);
            frames++;
            messages += said.size();
            bytes += frame.length;
            return said.stream().anyMatch(each -> each instanceof Trade trade && trade.tradeId() == TRADES);
        }
    }

    private static Count read(RawWebSocket socket, Encoding encoding) throws Exception {
        Count count = new Count();
        while (true) {
            RawWebSocket.Received frame = socket.next();
            if (frame.compressed()) {
                count.compressed++;
                count.compressedBytes += frame.bytes().length;
            }
            if (count.add(encoding, frame.bytes())) {
                return count;
            }
        }
    }

    private static Count read(RawEvents events) throws Exception {
        Count count = new Count();
        while (true) {
            RawEvents.Event event = events.next();
            if (!event.data().isEmpty() && count.add(Encoding.JSON, event.data().getBytes(StandardCharsets.UTF_8))) {
                return count;
            }
        }
    }

    /** A client that polls. */
    private static final class Poller {
        private final Count count = new Count();
        private final RawHttp http;
        private final String address;
        private String target;

        Poller(RawHttp http, String address) {
            this.http = http;
            this.address = address;
            this.target = address;
        }

        /** Whether that is the end of it. */
        boolean poll() throws Exception {
            http.get(target);
            JsonNode body = FrameCodec.jsonMapper().readTree(http.response().body());
            target = address + "&wait=5&since=" + body.get("next").asString() + "&session="
                    + body.get("session").asString();
            return count.add(Encoding.JSON, FrameCodec.jsonMapper().writeValueAsBytes(body.get("messages")));
        }
    }

    private static void assertCounted(Exposition metrics, String transport, String encoding, Count count) {
        assertThat(metrics.value("live_ticker_messages_sent_total", "transport", transport, "encoding", encoding))
                .isEqualTo(count.messages);
        assertThat(metrics.value("live_ticker_frames_sent_total", "transport", transport, "encoding", encoding))
                .isEqualTo(count.frames);
    }

    private static double bytes(Exposition metrics, String transport, String encoding) {
        return metrics.value("live_ticker_sent_bytes_total", "transport", transport, "encoding", encoding);
    }

    private static RawWebSocket subscribed(RawWebSocket socket, Encoding encoding) throws IOException {
        if (encoding == Encoding.JSON) {
            socket.send(SUBSCRIBE);
        } else {
            socket.send(
                    RawWebSocket.BINARY,
                    new CBORMapper().writeValueAsBytes(FrameCodec.jsonMapper().readTree(SUBSCRIBE)));
        }
        return socket;
    }

    @Test
    void under_load_over_all_transports_the_numbers_are_those_the_clients_counted() throws Exception {
        String channels = "symbols=AAPL,MSFT&channels=trades,quotes";
        try (RawWebSocket json = subscribed(
                        new RawWebSocket(
                                server.server.address(), Encoding.JSON, "Sec-WebSocket-Extensions: permessage-deflate"),
                        Encoding.JSON);
                RawWebSocket cbor = subscribed(
                        new RawWebSocket(
                                server.server.address(),
                                Encoding.CBOR,
                                "Sec-WebSocket-Protocol: " + Encoding.CBOR.subprotocol()),
                        Encoding.CBOR);
                RawEvents events = new RawEvents(server.server.address(), "/v1/events?" + channels);
                RawHttp http = new RawHttp(server.server.address())) {
            Poller poller = new Poller(http, "/v1/updates?" + channels);
            assertThat(poller.poll()).isFalse();
            await().until(() -> scrape().value("live_ticker_subscriptions") == 3 + 3 + 4 + 4);
            Thread market = Thread.ofPlatform().start(() -> {
                for (int i = 1; i <= TRADES; i++) {
                    server.market.quote(ScriptedMarket.AAPL, "100.00");
                    server.market.quote(ScriptedMarket.MSFT, "200.00");
                    server.market.trade(ScriptedMarket.AAPL, "100.00");
                }
            });
            // One after the other: those whose turn is yet to come are slow readers meanwhile.
            boolean polled = false;
            while (!polled) {
                polled = poller.poll();
            }
            Count ofPoll = poller.count;
            Count ofJson = read(json, Encoding.JSON);
            Count ofCbor = read(cbor, Encoding.CBOR);
            Count ofEvents = read(events);
            market.join();

            Exposition metrics = scrape();
            assertCounted(metrics, "websocket", "json", ofJson);
            assertCounted(metrics, "websocket", "cbor", ofCbor);
            assertCounted(metrics, "sse", "json", ofEvents);
            assertCounted(metrics, "polling", "json", ofPoll);
            assertThat(bytes(metrics, "websocket", "json")).isEqualTo(ofJson.bytes);
            assertThat(bytes(metrics, "websocket", "cbor")).isEqualTo(ofCbor.bytes);
            assertThat(bytes(metrics, "sse", "json")).isEqualTo(ofEvents.bytes);
            assertThat(ofJson.compressed).isPositive();
            assertThat(metrics.value("live_ticker_compressed_messages_total")).isEqualTo(ofJson.compressed);
            assertThat(metrics.value("live_ticker_compression_input_bytes_total"))
                    .isEqualTo(ofJson.compressedBytes);
            assertThat(metrics.value("live_ticker_compression_output_bytes_total"))
                    .isPositive()
                    .isLessThan(ofJson.compressedBytes);
            assertThat(metrics.value("live_ticker_market_events_total")).isEqualTo(3.0 * TRADES);
            assertThat(metrics.value("live_ticker_polls_answered_total")).isEqualTo(ofPoll.frames);
            assertThat(metrics.value("live_ticker_connections", "transport", "websocket"))
                    .isEqualTo(2);
            assertThat(metrics.value("live_ticker_connections", "transport", "sse"))
                    .isEqualTo(1);
            assertThat(metrics.value("live_ticker_connections", "transport", "polling"))
                    .isEqualTo(1);
            assertThat(metrics.value("live_ticker_delivery_latency_seconds_count"))
                    .isPositive();
            assertThat(metrics.value("live_ticker_hub_turn_seconds_count")).isPositive();
        }
    }

    @Test
    void who_went_and_who_was_turned_away_is_counted_by_the_reason() throws Exception {
        try (RawWebSocket left = RawWebSocket.json(server.server.address())) {
            left.send(SUBSCRIBE);
            left.message(Subscribed.class);
            left.send(RawWebSocket.CLOSE, new byte[] {0x03, (byte) 0xE8});
            left.next(RawWebSocket.CLOSE);
        }
        try (RawWebSocket broken = RawWebSocket.json(server.server.address())) {
            broken.message(Welcome.class);
            broken.send("no frame of the protocol");
            broken.next(RawWebSocket.CLOSE);
        }
        try (RawWebSocket wrong = RawWebSocket.json(server.server.address())) {
            wrong.message(Welcome.class);
            wrong.send(RawWebSocket.BINARY, new byte[] {1});
            wrong.next(RawWebSocket.CLOSE);
        }
        try (RawHttp page = new RawHttp(server.server.address())) {
            page.get("/v1/quotes?symbols=AAPL", "Origin: https://evil.example");
            assertThat(page.response().status()).isEqualTo(403);
        }
        try (RawHttp nowhere = new RawHttp(server.server.address())) {
            nowhere.get("/v1/nowhere");
            assertThat(nowhere.response().status()).isEqualTo(404);
        }
        await().untilAsserted(() -> {
            Exposition metrics = scrape();
            assertThat(metrics.value("live_ticker_sessions_ended_total", "reason", "left"))
                    .isEqualTo(1);
            assertThat(metrics.value("live_ticker_sessions_ended_total", "reason", "malformed"))
                    .isEqualTo(2);
            assertThat(metrics.value("live_ticker_sessions_ended_total")).isEqualTo(3);
            assertThat(metrics.value("live_ticker_connections")).isZero();
            assertThat(metrics.value("live_ticker_subscriptions")).isZero();
            assertThat(metrics.value("live_ticker_refused_total", "reason", "origin"))
                    .isEqualTo(1);
            assertThat(metrics.value("live_ticker_refused_total")).isEqualTo(1);
        });
    }

    @Test
    void alerts_are_counted_when_set_when_fired_and_while_they_wait() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.send("[{\"type\":\"setAlert\",\"id\":\"x\",\"symbol\":\"AAPL\",\"condition\":\"crossesAbove\","
                    + "\"price\":101}]");
            await().until(() -> scrape().value("live_ticker_alerts") == 1);
            server.market.trade(ScriptedMarket.AAPL, "102.00");
            await().untilAsserted(() -> {
                Exposition metrics = scrape();
                assertThat(metrics.value("live_ticker_alerts_set_total")).isEqualTo(1);
                assertThat(metrics.value("live_ticker_alerts_fired_total")).isEqualTo(1);
                assertThat(metrics.value("live_ticker_notifications_pending")).isEqualTo(1);
            });
        }
    }

    @Test
    void no_symbol_user_or_address_is_a_label() throws Exception {
        try (RawWebSocket socket = RawWebSocket.json(server.server.address())) {
            socket.send(SUBSCRIBE);
            socket.message(Subscribed.class);
            List<String> values = new ArrayList<>();
            scrape().families()
                    .values()
                    .forEach(family -> family.samples()
                            .forEach(sample -> values.addAll(sample.labels().values())));
            assertThat(values).doesNotContain("AAPL", "MSFT", "local", "127.0.0.1");
        }
    }
}
