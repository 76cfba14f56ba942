package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;

/** What a protocol's messages are, of the two kinds WebSocket has (RFC 6455 section 5.6). */
public enum Payload {
    TEXT,
    BINARY,
    /** Whichever a client prefers. */
    EITHER;

    static Payload of(Encoding encoding) {
        return encoding == Encoding.JSON ? TEXT : BINARY;
    }

    boolean takes(int opcode) {
        return switch (this) {
            case TEXT -> opcode == Opcode.TEXT;
            case BINARY -> opcode == Opcode.BINARY;
            case EITHER -> true;
        };
    }
}
