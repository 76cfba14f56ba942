package dev.liveticker.server;

import dev.liveticker.codec.FrameCodec;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Speaks Engine.IO by polling, packet by packet; does nothing by itself. */
final class SocketIoClient implements AutoCloseable {

    static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";

    private final URI server;
    private final RawHttp polls;
    private final RawHttp posts;
    private final Deque<String> waiting = new ArrayDeque<>();
    final JsonNode handshake;

    SocketIoClient(URI server, String... headers) throws IOException {
        this.server = server;
        polls = new RawHttp(server);
        posts = new RawHttp(server);
        polls.get(POLLING, headers);
        String open = polls.response().body();
        handshake = FrameCodec.jsonMapper().readTree(open.substring(1));
    }

    /** One that is connected to the default namespace. */
    static SocketIoClient connected(URI server) throws IOException {
        SocketIoClient client = new SocketIoClient(server);
        client.post("40");
        client.next(packet -> packet.startsWith("40{"));
        return client;
    }

    String sid() {
        return handshake.path("sid").asString();
    }

    /** The address of this session. */
    String target() {
        return POLLING + "&sid=" + sid();
    }

    String webSocketTarget() {
        return WEBSOCKET + "&sid=" + sid();
    }

    URI server() {
        return server;
    }

    RawHttp.Response post(String... packets) throws IOException {
        posts.post(
                target(),
                "text/plain;charset=UTF-8",
                String.join("\u001e", packets).getBytes(StandardCharsets.UTF_8));
        return posts.response();
    }

    /** Begins a poll without waiting for its answer. */
    void ask() throws IOException {
        polls.get(target());
    }

    /** The answer to the poll that was begun. */
    RawHttp.Response answer() throws IOException {
        return polls.response();
    }

    /** The next packet that is wanted; those before it are let go. Pings are answered. */
    String next(Predicate<String> wanted) throws IOException {
        while (true) {
            for (String packet = waiting.poll(); packet != null; packet = waiting.poll()) {
                if (packet.equals("2")) {
                    post("3");
                } else if (wanted.test(packet)) {
                    return packet;
                }
            }
            ask();
            RawHttp.Response answer = answer();
            if (answer.status() != 200) {
                throw new IOException("answered " + answer.status() + " " + answer.body());
            }
            waiting.addAll(Arrays.asList(answer.body().split("\u001e", -1)));
        }
    }

    /** The next event of a name: its argument. */
    JsonNode event(String name) throws IOException {
        return argument(next(packet -> packet.startsWith("42[\"" + name + "\"")));
    }

    /** What comes with an event. */
    static JsonNode argument(String packet) {
        return FrameCodec.jsonMapper().readTree(packet.substring(2)).path(1);
    }

    /** Goes without a word. */
    void vanish() throws IOException {
        polls.close();
        posts.close();
    }

    @Override
    public void close() throws IOException {
        vanish();
    }
}
