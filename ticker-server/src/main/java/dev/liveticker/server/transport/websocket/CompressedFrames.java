package dev.liveticker.server.transport.websocket;

import dev.liveticker.server.hub.Frame;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compresses a frame once for all connections of one I/O thread: the hub gives the same frame to many, one right after
 * the other. For one thread; holds native memory until closed.
 */
final class CompressedFrames implements AutoCloseable {

    /** How many different frames a burst may alternate between and still find each compressed. */
    private static final int REMEMBERED = 16;

    private record Entry(Frame frame, Optional<ByteBuffer> compressed) {}

    private final Deflate deflate = new Deflate();
    private final @Nullable Entry[] entries = new @Nullable Entry[REMEMBERED];
    private int next;

    /** The frame's bytes compressed, or nothing if they are better sent as they are. */
    Optional<ByteBuffer> of(Frame frame) {
        if (frame.bytes().remaining() < Deflate.THRESHOLD) {
            return Optional.empty();
        }
        return known(frame).compressed().map(ByteBuffer::duplicate);
    }

    // Two frames with the same bytes are rare, and comparing all bytes costs as much as compressing them.
    @SuppressWarnings("ReferenceEquality")
    private Entry known(Frame frame) {
        for (Entry entry : entries) {
            if (entry != null && entry.frame() == frame) {
                return entry;
            }
        }
        Entry fresh = new Entry(frame, deflate.message(frame.bytes().duplicate()));
        entries[next] = fresh;
        next = (next + 1) % REMEMBERED;
        return fresh;
    }

    @Override
    public void close() {
        deflate.close();
    }
}
