package dev.liveticker.server.packed;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.ServerMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes what {@link PackedReader} reads. Whole numbers take one byte for each seven bits (as LEB128), those that may
 * be negative after folding the sign in (as ZigZag), so small ones take few.
 */
public final class PackedWriter {

    private static final FrameCodec FRAMES = FrameCodec.of(Encoding.CBOR);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A number that is mostly small and never negative; one that is takes ten bytes. */
    public PackedWriter count(long number) {
        long left = number;
        while ((left & ~0x7FL) != 0) {
            bytes.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes.write((int) left);
        return this;
    }

    /** A number near 0 on either side. */
    public PackedWriter difference(long number) {
        return count((number << 1) ^ (number >> 63));
    }

    public PackedWriter flag(boolean set) {
        bytes.write(set ? 1 : 0);
        return this;
    }

    public PackedWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes and how many there are. */
    public PackedWriter bytes(byte[] block) {
        count(block.length);
        bytes.writeBytes(block);
        return this;
    }

    /** Messages of the protocol, as a frame in CBOR. */
    public PackedWriter messages(List<? extends ServerMessage> messages) {
        return bytes(FRAMES.encodeServerFrame(messages));
    }

    /** What was written so far. */
    public byte[] written() {
        return bytes.toByteArray();
    }
}
