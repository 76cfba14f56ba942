package dev.liveticker.server.transport.websocket;

import java.nio.ByteBuffer;
import java.util.zip.Deflater;

/**
 * Compresses messages as permessage-deflate asks (RFC 7692 section 7.2.1) without context takeover, so that what comes
 * out suits every client. For one thread; holds native memory until closed.
 */
final class Deflate implements AutoCloseable {

    /** Below it, in bytes, the saving is not worth the work. */
    static final int THRESHOLD = 512;

    /** A sync flush ends so; the receiver puts it back. */
    private static final int TAIL = 4;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    /**
     * Writes the compressed message.
     *
     * @return how many bytes were written; 0 if it would not get shorter, and then the target is as it was
     */
    int message(byte[] message, ByteBuffer target) {
        int begin = target.position();
        deflater.reset();
        deflater.setInput(message);
        ByteBuffer out = target.slice().limit(message.length);
        int count = deflater.deflate(out, Deflater.SYNC_FLUSH);
        // A full buffer may have cut the output short, and has saved nothing.
        if (count >= message.length) {
            return 0;
        }
        target.position(begin + count - TAIL);
        return count - TAIL;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
