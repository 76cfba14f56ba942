package dev.liveticker.server.transport.websocket;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.Buffers;
import org.xnio.conduits.ConduitStreamSinkChannel;

/**
 * What is on its way to a client: at most one data frame, one ping or pong and one close frame, so that its memory is
 * bounded whatever the client asks for. Control frames go between data frames, the close frame last.
 */
final class Outgoing {

    private final ConduitStreamSinkChannel sink;
    private ByteBuffer @Nullable [] current;
    private boolean currentIsData;
    private ByteBuffer @Nullable [] data;
    private @Nullable ByteBuffer control;
    private @Nullable ByteBuffer close;
    private boolean closing;

    Outgoing(ConduitStreamSinkChannel sink) {
        this.sink = sink;
    }

    void frame(int opcode, boolean compressed, ByteBuffer payload) {
        data = new ByteBuffer[] {FrameWriter.header(opcode, compressed, payload.remaining()), payload};
    }

    /** A ping or a pong; takes the place of one that waits (RFC 6455 section 5.5.3 asks to answer the latest only). */
    void pulse(ByteBuffer frame) {
        control = frame;
    }

    /** The last there will be, after what is on its way. */
    void close(ByteBuffer frame) {
        close = frame;
        closing = true;
    }

    boolean idle() {
        return current == null && data == null && control == null && close == null;
    }

    /** Whether the close frame is written. */
    boolean closed() {
        return closing && idle();
    }

    /**
     * Writes what the network takes.
     *
     * @return true when a data frame was completed, so that there may be more to write
     */
    boolean write() throws IOException {
        while (true) {
            ByteBuffer[] frame = current != null ? current : next();
            current = frame;
            if (frame == null) {
                if (sink.flush()) {
                    sink.suspendWrites();
                } else {
                    sink.resumeWrites();
                }
                return false;
            }
            while (Buffers.hasRemaining(frame)) {
                if (sink.write(frame, 0, frame.length) == 0) {
                    sink.resumeWrites();
                    return false;
                }
            }
            current = null;
            if (currentIsData) {
                currentIsData = false;
                return true;
            }
        }
    }

    private ByteBuffer @Nullable [] next() {
        ByteBuffer[] next = null;
        if (control != null) {
            next = new ByteBuffer[] {control};
            control = null;
        } else if (data != null) {
            next = data;
            currentIsData = true;
            data = null;
        } else if (close != null) {
            next = new ByteBuffer[] {close};
            close = null;
        }
        return next;
    }
}
