package dev.liveticker.server.transport.websocket;

import dev.liveticker.server.transport.WireImages;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.xnio.conduits.ConduitStreamSinkChannel;

/**
 * What is on its way to a client: at most one data frame, one ping or pong and one close frame, so that its memory is
 * bounded whatever the client asks for. Control frames go between data frames, the close frame last.
 */
final class Outgoing {

    private final ConduitStreamSinkChannel sink;
    private @Nullable ByteBuffer current;
    private boolean currentIsData;
    private boolean kept;
    private boolean dataKept;
    private @Nullable ByteBuffer data;
    private @Nullable ByteBuffer control;
    private @Nullable ByteBuffer close;
    private boolean closing;
    private boolean waiting;

    Outgoing(ConduitStreamSinkChannel sink) {
        this.sink = sink;
        // Whoever had the channel before may have left it otherwise.
        sink.suspendWrites();
    }

    /** @param image of a data frame, that need only be good until {@link #write} was called */
    void frame(ByteBuffer image) {
        data = image;
        dataKept = false;
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
            if (current == null && !next()) {
                waitForRoom(!sink.flush());
                return false;
            }
            if (!writeCurrent()) {
                waitForRoom(true);
                return false;
            }
            current = null;
            if (currentIsData) {
                currentIsData = false;
                return true;
            }
        }
    }

    /** Asks to be called, or not to be called any more, once the network takes more; most often nothing changes. */
    private void waitForRoom(boolean wait) {
        if (wait != waiting) {
            waiting = wait;
            if (wait) {
                sink.resumeWrites();
            } else {
                sink.suspendWrites();
            }
        }
    }

    private boolean writeCurrent() throws IOException {
        ByteBuffer frame = current;
        while (frame != null && frame.hasRemaining()) {
            if (sink.write(frame) == 0) {
                if (!kept) {
                    kept = true;
                    current = WireImages.keep(frame);
                }
                if (data != null && !dataKept) {
                    dataKept = true;
                    data = WireImages.keep(data);
                }
                return false;
            }
        }
        return true;
    }

    private boolean next() {
        kept = true;
        if (control != null) {
            current = control;
            control = null;
        } else if (data != null) {
            current = data;
            currentIsData = true;
            kept = dataKept;
            data = null;
        } else if (close != null) {
            current = close;
            close = null;
        } else {
            return false;
        }
        return true;
    }
}
