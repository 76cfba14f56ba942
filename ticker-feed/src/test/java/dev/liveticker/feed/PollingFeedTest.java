package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PollingFeedTest {

    private static final Symbol AAPL = Symbol.of("AAPL");

    private final RecordingListener listener = new RecordingListener();

    private Feed connect(ScriptedServer server, Transport transport, boolean binary) {
        return Feeds.connect(new FeedSettings(server.address(), transport, binary, false), listener)
                .feed();
    }

    private static String answer(long next, String... messages) {
        return "{\"messages\":" + Said.frame(messages) + ",\"next\":\"e1:" + next + "\",\"session\":\"s1\"}";
    }

    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"LONG_POLLING", "POLLING"})
    void each_poll_goes_on_where_the_one_before_ended(Transport transport) throws Exception {
        AtomicInteger polls = new AtomicInteger();
        List<String> posted = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    if (request.method().equals("POST")) {
                        posted.add(request.body());
                        peer.answer(202, "", "");
                        return;
                    }
                    switch (polls.incrementAndGet()) {
                        case 1 -> {
                            assertThat(request.path()).isEqualTo("/v1/updates?wait=0");
                            peer.json(answer(4, Said.welcome("e1", 5_000)));
                        }
                        case 2 -> {
                            assertThat(request.path())
                                    .isEqualTo("/v1/updates?wait=" + (transport == Transport.POLLING ? 0 : 25)
                                            + "&session=s1&since=e1%3A4");
                            peer.json(answer(
                                    6, Said.subscribed("s1", "quotes", "AAPL", false), Said.snapshot("AAPL", 6, "1")));
                        }
                        case 3 -> peer.json(answer(6));
                        case 4 -> peer.json(answer(7, Said.quote("AAPL", 7, "2")));
                        default -> peer.awaitEnd();
                    }
                });
                Feed feed = connect(server, transport, false)) {
            feed.subscribe(List.of(Subscription.quotes(AAPL)));
            await().until(() -> !listener.heard(Quote.class).isEmpty());
            assertThat(feed.state()).isEqualTo(new ConnectionState.Live(transport));
            assertThat(posted.getFirst()).contains("\"subscribe\"", "\"AAPL\"");
        }
    }

    @Test
    void binary_answers_are_asked_for_and_read() throws Exception {
        FrameCodec cbor = FrameCodec.of(Encoding.CBOR);
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    assertThat(request.header("Accept")).isEqualTo("application/cbor");
                    ByteArrayOutputStream body = new ByteArrayOutputStream();
                    body.write(0xA1);
                    body.write(0x68);
                    body.writeBytes("messages".getBytes(StandardCharsets.US_ASCII));
                    body.writeBytes(cbor.encodeServerFrame(FrameCodec.of(Encoding.JSON)
                            .decodeServerFrame(Said.frame(Said.welcome("e1", 5_000), Said.heartbeat(3))
                                    .getBytes(StandardCharsets.UTF_8))));
                    peer.write("HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: " + body.size()
                            + "\r\n\r\n");
                    peer.write(body.toByteArray());
                });
                Feed feed = connect(server, Transport.POLLING, true)) {
            await().until(() -> !listener.heard(Heartbeat.class).isEmpty());
            assertThat(feed.state()).isInstanceOf(ConnectionState.Live.class);
        }
    }

    @Test
    void a_server_that_holds_nothing_back_is_not_asked_without_end() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((request, peer) ->
                        peer.json(polls.incrementAndGet() == 1 ? answer(1, Said.welcome("e1", 5_000)) : answer(1)));
                Feed feed = connect(server, Transport.LONG_POLLING, false)) {
            await().until(() -> polls.get() >= 3);
            assertThat(feed.state()).isInstanceOf(ConnectionState.Live.class);
            // Asked in a tight loop it would be thousands by now.
            assertThat(polls.get()).isLessThan(100);
        }
    }

    @Test
    void a_session_that_another_node_began_is_another_one_and_the_feed_subscribes_anew() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.json(
                        polls.incrementAndGet() == 1
                                ? answer(1, Said.welcome("e1", 5_000))
                                : answer(1).replace("\"s1\"", "\"s2\"")));
                Feed _ = connect(server, Transport.LONG_POLLING, false)) {
            await().until(() -> listener.states.stream()
                    .anyMatch(state -> state.toString().contains("the server has forgotten the session")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, Waiting, the server has forgotten the session",
        "410, Waiting, the server has forgotten the session",
        "401, Waiting, 'not authenticated, or the token ran out'",
        "500, Waiting, the server failed (HTTP 500)",
    })
    void a_refused_poll_is_told_for_what_it_is(int status, String state, String why) throws Exception {
        AtomicInteger polls = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    if (polls.incrementAndGet() == 1) {
                        peer.json(answer(1, Said.welcome("e1", 5_000)));
                    } else {
                        peer.answer(status, "", "");
                    }
                });
                Feed _ = connect(server, Transport.LONG_POLLING, false)) {
            await().until(() -> listener.states.stream()
                    .anyMatch(one -> one.getClass().getSimpleName().equals(state)));
            assertThat(listener.states)
                    .anySatisfy(one -> assertThat(one.toString()).contains(why));
        }
    }

    @ParameterizedTest
    @CsvSource({"garbage", "'{\"messages\":[7]}'", "'{\"messages\":7}'", "'[]'"})
    void garbage_is_told(String garbage) throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.json(garbage));
                Feed _ = connect(server, Transport.POLLING, false)) {
            assertThat(listener.awaitedWaiting().why()).isEqualTo("the server sent what is no answer to a poll");
        }
    }

    @Test
    void an_answer_without_measure_is_refused_and_told() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.json(" ".repeat((8 << 20) + 1)));
                Feed _ = connect(server, Transport.POLLING, false)) {
            assertThat(listener.awaitedWaiting().why()).isEqualTo("the server's answer is larger than 8388608 bytes");
        }
    }

    @Test
    void an_answer_cut_half_way_is_a_broken_connection() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> peer.write(
                                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 999\r\n\r\n{\"mess")
                        .cut());
                Feed _ = connect(server, Transport.POLLING, false)) {
            assertThat(listener.awaitedWaiting().why()).isEqualTo("the connection broke");
        }
    }
}
