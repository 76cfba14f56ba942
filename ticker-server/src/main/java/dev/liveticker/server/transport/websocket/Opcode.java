package dev.liveticker.server.transport.websocket;

/** What a WebSocket frame is (RFC 6455 section 5.2). */
public final class Opcode {

    static final int CONTINUATION = 0x0;
    public static final int TEXT = 0x1;
    public static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    private Opcode() {}

    static boolean isControl(int opcode) {
        return (opcode & 0x8) != 0;
    }
}
