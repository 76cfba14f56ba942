package dev.liveticker.benchmarks.load;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** How a client asks for its stream. */
public enum Dialect {
    /** RFC 6455 with the project's own frames. */
    WS("/v1/ws") {
        @Override
        String request(URI server, Workload workload, int index, boolean deflate) {
            return upgrade(server, path(), deflate);
        }
    },
    /** Server-Sent Events: everything is said in the address. */
    SSE("/v1/events") {
        @Override
        String request(URI server, Workload workload, int index, boolean deflate) {
            return "GET " + path() + "?" + workload.query(index) + " HTTP/1.1\r\nHost: " + server.getAuthority()
                    + "\r\nAccept: text/event-stream\r\n\r\n";
        }
    },
    /** Engine.IO 4 over WebSocket, as Socket.IO's own client speaks it. */
    SOCKETIO("/socket.io/?EIO=4&transport=websocket") {
        @Override
        String request(URI server, Workload workload, int index, boolean deflate) {
            return upgrade(server, path(), deflate);
        }
    };

    private final String path;

    Dialect(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    abstract String request(URI server, Workload workload, int index, boolean deflate);

    private static String upgrade(URI server, String path, boolean deflate) {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        return "GET " + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                + Base64.getEncoder().encodeToString(key)
                + (deflate
                        ? "\r\nSec-WebSocket-Extensions: permessage-deflate; server_no_context_takeover;"
                                + " client_no_context_takeover"
                        : "")
                + "\r\n\r\n";
    }

    /** A client's frame, masked as RFC 6455, section 5.3, wants it. */
    public static ByteBuffer frame(int opcode, byte[] payload) {
        int length = payload.length;
        if (length > 0xFFFF) {
            throw new IllegalArgumentException("a client's frame of " + length + " bytes");
        }
        ByteBuffer frame = ByteBuffer.allocate(length + 8);
        frame.put((byte) (0x80 | opcode));
        if (length < 126) {
            frame.put((byte) (0x80 | length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) length);
        }
        int mask = ThreadLocalRandom.current().nextInt();
        frame.putInt(mask);
        for (int i = 0; i < length; i++) {
            frame.put((byte) (payload[i] ^ mask >>> (24 - (i & 3) * 8)));
        }
        return frame.flip();
    }

    /** A text message of a client. */
    public static ByteBuffer text(String text) {
        return frame(WebSocketReader.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
}
