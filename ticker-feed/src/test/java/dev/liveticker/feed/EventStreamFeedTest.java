package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.liveticker.message.Quote;
import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamFeedTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final String WELCOME = Said.frame(Said.welcome("e1", 5_000));

    private final RecordingListener listener = new RecordingListener();
    private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();

    private Feed connect(ScriptedServer server) {
        return Feeds.connect(new FeedSettings(server.address(), Transport.SSE, false, true), listener)
                .feed();
    }

    /** Takes messages in beside the stream; the stream is another connection's script. */
    private ScriptedServer serve(ScriptedServer.Script stream) throws Exception {
        return new ScriptedServer((request, peer) -> {
            if (request.method().equals("POST")) {
                assertThat(request.path()).isEqualTo("/v1/sessions/s1/messages");
                posted.add(request.body());
                peer.answer(202, "", "");
            } else {
                stream.run(request, peer);
            }
        });
    }

    private String nextPosted() throws InterruptedException {
        String next = posted.poll(60, TimeUnit.SECONDS);
        return next == null ? "" : next;
    }

    @Test
    void it_subscribes_beside_the_stream_and_resumes_from_the_last_id() throws Exception {
        AtomicInteger streams = new AtomicInteger();
        try (ScriptedServer server = serve((request, peer) -> {
                    peer.eventStream().event("e1:0", WELCOME);
                    String asked = nextPosted();
                    if (streams.incrementAndGet() == 1) {
                        assertThat(asked).contains("\"AAPL\"").doesNotContain("since");
                        peer.event(
                                "e1:5",
                                Said.frame(
                                        Said.subscribed("s1", "quotes", "AAPL", false),
                                        Said.snapshot("AAPL", 3, "1"),
                                        Said.quote("AAPL", 9, "2")));
                        peer.cut();
                    } else {
                        // What the server says of the place counts, not the newest number that came by.
                        assertThat(asked).contains("\"since\":\"e1:5\"");
                        peer.event(
                                "e1:10",
                                Said.frame(Said.subscribed("s2", "quotes", "AAPL", true), Said.quote("AAPL", 10, "3")));
                        peer.awaitEnd();
                    }
                });
                Feed feed = connect(server)) {
            feed.subscribe(List.of(Subscription.quotes(AAPL)));
            await().until(() -> listener.heard(Quote.class).size() == 2);
            assertThat(listener.heard(Subscribed.class)).hasSize(2);
            assertThat(feed.statistics().reconnects()).isEqualTo(1);
        }
    }

    @Test
    void a_stream_that_comes_byte_by_byte_is_read_all_the_same() throws Exception {
        try (ScriptedServer server = serve((request, peer) -> {
                    peer.eventStream();
                    String stream = "retry: 10\r\nevent: message\r\ndata: " + WELCOME + "\r\n\r\n: hm\r\ndata: "
                            + Said.frame(Said.quote("AAPL", 1, "1.5")) + "\r\n\r\n";
                    for (String character : stream.split("(?<=.)", -1)) {
                        peer.write(character);
                    }
                    peer.awaitEnd();
                });
                Feed feed = connect(server)) {
            feed.subscribe(List.of(Subscription.quotes(AAPL)));
            await().until(() -> !listener.heard(Quote.class).isEmpty());
            assertThat(feed.state()).isEqualTo(new ConnectionState.Live(Transport.SSE));
        }
    }

    @Test
    void a_stream_that_ends_is_taken_for_a_good_bye() throws Exception {
        try (ScriptedServer server = serve((request, peer) ->
                        peer.eventStream().event("e1:0", WELCOME).cut());
                Feed _ = connect(server)) {
            assertThat(listener.awaitedWaiting().why()).isEqualTo("server closed the connection");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', Refused",
        "403, '', Refused",
        "404, '', Waiting",
        "503, 'Retry-After: 50', Waiting",
        "429, 'Retry-After: 50', Waiting",
    })
    void a_refused_stream_is_told_for_what_it_is(int status, String header, String state) throws Exception {
        String headers = header.isEmpty() ? "" : header + "\r\n";
        try (ScriptedServer server = serve((request, peer) -> peer.answer(status, headers, "no"));
                Feed _ = connect(server)) {
            ConnectionState reached = listener.awaited(state);
            if (reached instanceof ConnectionState.Waiting waiting && !header.isEmpty()) {
                assertThat(waiting.delay()).hasSeconds(50);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"404, Waiting, the server has forgotten the session", "400, Refused, malformed message"})
    void a_refused_message_ends_the_stream(int status, String state, String why) throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    if (request.method().equals("POST")) {
                        peer.answer(status, "", "");
                    } else {
                        peer.eventStream().event("e1:0", WELCOME).awaitEnd();
                    }
                });
                Feed feed = connect(server)) {
            feed.subscribe(List.of(Subscription.quotes(AAPL)));
            String told = switch (listener.awaited(state)) {
                case ConnectionState.Waiting waiting -> waiting.why();
                case ConnectionState.Refused refused -> refused.why();
                default -> "";
            };
            assertThat(told).isEqualTo(why);
        }
    }

    @Test
    void a_redirect_to_another_host_is_not_followed() throws Exception {
        try (ScriptedServer other = new ScriptedServer((request, peer) -> peer.cut());
                ScriptedServer server = serve((request, peer) ->
                        peer.answer(302, "Location: http://localhost:" + other.port() + "/\r\n", ""));
                Feed _ = connect(server)) {
            assertThat(listener.awaitedWaiting().why())
                    .isEqualTo("the server does not offer this transport (HTTP 302)");
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: garbage\n\n", "data: [{\"type\":\n\n"})
    void garbage_ends_the_stream_and_is_told(String garbage) throws Exception {
        try (ScriptedServer server = serve((request, peer) ->
                        peer.eventStream().event("e1:0", WELCOME).write(garbage).awaitEnd());
                Feed _ = connect(server)) {
            assertThat(listener.awaitedWaiting().why()).startsWith("the server sent what is no frame");
        }
    }

    @Test
    void an_endless_line_is_refused_before_it_fills_the_memory() throws Exception {
        try (ScriptedServer server = serve((request, peer) -> {
                    peer.eventStream().event("e1:0", WELCOME).write("data: ");
                    byte[] more = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                    for (int i = 0; i < 64; i++) {
                        peer.write(more);
                    }
                });
                Feed _ = connect(server)) {
            assertThat(listener.awaitedWaiting().why())
                    .isEqualTo("a line of the event stream is longer than 4194304 bytes");
        }
    }

    @Test
    void an_answer_that_is_no_event_stream_is_told() throws Exception {
        try (ScriptedServer server = serve((request, peer) -> peer.json("{}"));
                Feed _ = connect(server)) {
            assertThat(listener.awaitedWaiting().why()).isEqualTo("the server's answer is no event stream");
        }
    }
}
