package dev.liveticker.server.transport.socketio;

import dev.liveticker.codec.FrameCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the server says in Socket.IO, as messages of Engine.IO, in the default namespace where none is named. */
final class SocketText {

    private SocketText() {}

    static String connected(String sid) {
        return "40" + json(Map.of("sid", sid));
    }

    /** @param data for programs */
    static String refused(String namespace, String message, Map<String, ?> data) {
        String where = namespace.equals(SocketPacket.DEFAULT_NAMESPACE) ? "" : namespace + ",";
        return "44" + where + json(Map.of("message", message, "data", data));
    }

    static String disconnected() {
        return "41";
    }

    static String event(String name, Object argument) {
        return "42[\"" + name + "\"," + json(argument) + "]";
    }

    /** @param json the argument, written already */
    static String event(String name, byte[] json) {
        return "42[\"" + name + "\"," + new String(json, StandardCharsets.UTF_8) + "]";
    }

    static String ack(long id, Object argument) {
        return "43" + id + "[" + json(argument) + "]";
    }

    private static String json(Object value) {
        return FrameCodec.jsonMapper().writeValueAsString(value);
    }
}
