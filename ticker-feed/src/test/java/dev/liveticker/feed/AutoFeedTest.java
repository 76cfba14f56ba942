package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutoFeedTest {

    private static final String WELCOME = Said.frame(Said.welcome("e1", 5_000));

    /** A server, or what stands before it, that lets through one transport only. */
    @ParameterizedTest
    @EnumSource(Transport.class)
    void it_finds_the_one_transport_that_works(Transport works) throws Exception {
        RecordingListener listener = new RecordingListener();
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    boolean held = request.path().contains("wait=25");
                    if (request.path().equals("/v1/ws") && works == Transport.WEBSOCKET) {
                        peer.upgrade("").text(WELCOME).awaitEnd();
                    } else if (request.path().equals("/v1/events") && works == Transport.SSE) {
                        peer.eventStream().event("e1:0", WELCOME).awaitEnd();
                    } else if (held) {
                        peer.awaitEnd();
                    } else if (request.path().startsWith("/v1/updates") && works == Transport.LONG_POLLING) {
                        peer.json("{\"messages\":" + WELCOME + ",\"next\":\"e1:0\",\"session\":\"s1\"}");
                    } else if (request.path().startsWith("/v1/updates")
                            && works == Transport.POLLING
                            && listener.was(ConnectionState.Connecting.class).size() >= 4) {
                        peer.json("{\"messages\":" + WELCOME + ",\"next\":\"e1:0\",\"session\":\"s1\"}");
                    } else {
                        peer.answer(404, "", "");
                    }
                });
                Feed feed = Feeds.connect(new FeedSettings(server.address(), null, false, true), listener)
                        .feed()) {
            await().until(() -> feed.state().equals(new ConnectionState.Live(works)));
            assertThat(listener.was(ConnectionState.Waiting.class)).isEmpty();
        }
    }

    @Test
    void an_upgrade_that_is_forbidden_does_not_keep_it_from_a_stream_that_is_not() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, peer) -> {
                    if (request.path().equals("/v1/ws")) {
                        peer.answer(403, "", "");
                    } else {
                        peer.eventStream().event("e1:0", WELCOME).awaitEnd();
                    }
                });
                Feed feed = Feeds.connect(
                                new FeedSettings(server.address(), null, false, true), new RecordingListener())
                        .feed()) {
            await().until(() -> feed.state().equals(new ConnectionState.Live(Transport.SSE)));
        }
    }
}
