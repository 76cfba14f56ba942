package dev.liveticker.server.transport.websocket;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/** What a client puts on the wire. Public: the end-to-end tests speak it too. */
public final class MaskedFrame {

    private MaskedFrame() {}

    public static byte[] of(int opcode, boolean fin, byte[] payload) {
        return of(
                (fin ? 0x80 : 0) | opcode, payload, ThreadLocalRandom.current().nextInt());
    }

    /** @param first the whole first byte: FIN, RSV and opcode */
    public static byte[] of(int first, byte[] payload, int mask) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
        frame.put((byte) first);
        if (payload.length <= 125) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ (mask >>> (24 - 8 * (i % 4)))));
        }
        byte[] bytes = new byte[frame.flip().remaining()];
        frame.get(bytes);
        return bytes;
    }
}
