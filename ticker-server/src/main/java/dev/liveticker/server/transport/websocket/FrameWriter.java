package dev.liveticker.server.transport.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes what a server sends: unmasked, unfragmented frames (RFC 6455 section 5.2). */
public final class FrameWriter {

    private static final int FIN = 0x80;
    private static final int RSV1 = 0x40;
    private static final int MAX_CONTROL = 125;

    private FrameWriter() {}

    /** The longest that can go before a payload. */
    public static final int MAX_HEADER = 10;

    /** How long that is which goes before a payload of this length. */
    public static int headerLength(long length) {
        if (length <= MAX_CONTROL) {
            return 2;
        }
        return length <= 0xFFFF ? 4 : MAX_HEADER;
    }

    /** Writes what goes before a payload of this length. */
    public static void header(ByteBuffer target, int opcode, boolean compressed, long length) {
        target.put((byte) (FIN | (compressed ? RSV1 : 0) | opcode));
        if (length <= MAX_CONTROL) {
            target.put((byte) length);
        } else if (length <= 0xFFFF) {
            target.put((byte) 126).putShort((short) length);
        } else {
            target.put((byte) 127).putLong(length);
        }
    }

    /** Whether a frame that is yet to be read is a compressed one. */
    static boolean isCompressed(ByteBuffer frame) {
        return (frame.get(frame.position()) & RSV1) != 0;
    }

    static ByteBuffer ping() {
        return control(Opcode.PING, new byte[0]);
    }

    static ByteBuffer pong(byte[] payload) {
        return control(Opcode.PONG, payload);
    }

    /**
     * @param code {@link CloseCode#NONE} for an empty one
     * @param reason ASCII; cut at 123 bytes
     */
    static ByteBuffer close(int code, String reason) {
        if (code == CloseCode.NONE) {
            return control(Opcode.CLOSE, new byte[0]);
        }
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        int length = Math.min(text.length, MAX_CONTROL - 2);
        return control(
                Opcode.CLOSE,
                ByteBuffer.allocate(2 + length)
                        .putShort((short) code)
                        .put(text, 0, length)
                        .array());
    }

    private static ByteBuffer control(int opcode, byte[] payload) {
        return ByteBuffer.allocate(2 + payload.length)
                .put((byte) (FIN | opcode))
                .put((byte) payload.length)
                .put(payload)
                .flip();
    }
}
