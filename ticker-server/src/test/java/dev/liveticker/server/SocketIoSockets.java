package dev.liveticker.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Sessions over a WebSocket from the start, and what comes in them. */
final class SocketIoSockets {

    private SocketIoSockets() {}

    static RawWebSocket socket(ScriptedServer server) throws IOException {
        return RawWebSocket.at(server.server.address(), SocketIoClient.WEBSOCKET);
    }

    static RawWebSocket connected(ScriptedServer server) throws IOException {
        RawWebSocket socket = socket(server);
        assertThat(text(socket)).startsWith("0{");
        socket.send("40");
        assertThat(text(socket)).startsWith("40{\"sid\":");
        return socket;
    }

    static String text(RawWebSocket socket) throws IOException {
        return new String(socket.next(RawWebSocket.TEXT).bytes(), StandardCharsets.UTF_8);
    }

    static String text(RawWebSocket socket, Predicate<String> wanted) throws IOException {
        String text = text(socket);
        while (!wanted.test(text)) {
            text = text(socket);
        }
        return text;
    }

    static JsonNode event(RawWebSocket socket, String name) throws IOException {
        return SocketIoClient.argument(text(socket, packet -> packet.startsWith("42[\"" + name + "\"")));
    }
}
