package dev.liveticker.server.transport.websocket;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Deflater;

/**
 * Compresses messages as permessage-deflate asks (RFC 7692 section 7.2.1) without context takeover, so that what comes
 * out suits every client. For one thread; holds native memory until closed.
 */
final class Deflate implements AutoCloseable {

    /** Below it the saving is not worth the work. */
    static final int THRESHOLD = 512;

    /** A sync flush ends so; the receiver puts it back. */
    private static final int TAIL = 4;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    /** The compressed message, or nothing if it is short or would not get shorter. Leaves the message as it is. */
    Optional<ByteBuffer> message(ByteBuffer message) {
        int length = message.remaining();
        if (length < THRESHOLD) {
            return Optional.empty();
        }
        byte[] out = new byte[length];
        deflater.reset();
        deflater.setInput(message.duplicate());
        int count = deflater.deflate(out, 0, length, Deflater.SYNC_FLUSH);
        // A full buffer may have cut the output short, and has saved nothing.
        return count < length ? Optional.of(ByteBuffer.wrap(Arrays.copyOf(out, count - TAIL))) : Optional.empty();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
