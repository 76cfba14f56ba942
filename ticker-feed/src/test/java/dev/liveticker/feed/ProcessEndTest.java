package dev.liveticker.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A feed neither outlives its close nor keeps a process alive. */
class ProcessEndTest {

    private static final String WELCOME = Said.frame(Said.welcome("e1", 5_000));

    private static void serve(ScriptedServer.Request request, ScriptedServer.Peer peer) throws Exception {
        if (request.path().equals("/v1/ws")) {
            peer.upgrade("").text(WELCOME).awaitEnd();
        } else if (request.path().equals("/v1/events")) {
            peer.eventStream().event("e1:0", WELCOME).awaitEnd();
        } else if (request.path().contains("session")) {
            peer.awaitEnd();
        } else {
            peer.json("{\"messages\":" + WELCOME + ",\"next\":\"e1:0\",\"session\":\"s1\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void soon_after_close_none_of_its_threads_is_left(Transport transport) throws Exception {
        try (ScriptedServer server = new ScriptedServer(ProcessEndTest::serve)) {
            Feed feed = Feeds.connect(
                            new FeedSettings(server.address(), transport, false, true), new RecordingListener())
                    .feed();
            await().until(() -> feed.state().equals(new ConnectionState.Live(transport)));
            assertThat(threads()).isNotEmpty();
            feed.close();
            feed.close();
            await().until(() -> threads().isEmpty());
        }
    }

    /** Leaves main without a close, as a program does that crashes or is careless. */
    static final class Careless {

        private Careless() {}

        public static void main(String[] args) {
            RecordingListener listener = new RecordingListener();
            Feed feed = Feeds.connect(
                            new FeedSettings(URI.create(args[0]), Transport.valueOf(args[1]), false, true), listener)
                    .feed();
            await().atMost(60, TimeUnit.SECONDS).until(() -> feed.state() instanceof ConnectionState.Live);
        }
    }

    @Test
    void a_process_that_forgets_to_close_ends_all_the_same() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ProcessEndTest::serve)) {
            for (Transport transport : List.of(Transport.WEBSOCKET, Transport.SSE)) {
                Process process = new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Careless.class.getName(),
                                server.address().toString(),
                                transport.name())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                try {
                    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                    assertThat(process.exitValue()).isZero();
                } finally {
                    process.destroyForcibly();
                }
            }
        }
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("feed"))
                .toList();
    }
}
