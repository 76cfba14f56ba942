package dev.liveticker.benchmarks.load;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** Reads the frames a WebSocket server sends (RFC 6455, section 5.2) without copying data frames' payload. */
public final class WebSocketReader implements BodyReader {

    public static final int TEXT = 0x1;
    public static final int CLOSE = 0x8;
    public static final int PING = 0x9;

    private static final int MAX_CONTROL_PAYLOAD = 125;

    /** What the reader finds. */
    public interface Sink {

        /**
         * Some of a data frame's payload.
         *
         * @param compressed whether the message is (RFC 7692)
         */
        void payload(ByteBuffer bytes, int from, int to, boolean compressed) throws IOException;

        /** The last frame of a message is over. */
        void messageEnd(boolean compressed) throws IOException;

        /** A whole control frame. */
        void control(int opcode, byte[] payload) throws IOException;
    }

    private final Sink sink;
    private int headerBytes;
    private int first;
    private int lengthBytesLeft;
    private long payloadLeft;
    private boolean inPayload;
    private boolean compressed;
    private byte[] control = {};

    public WebSocketReader(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void read(ByteBuffer bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (inPayload) {
                int end = (int) Math.min(to, at + payloadLeft);
                payload(bytes, at, end);
                at = end;
            } else {
                header(bytes.get(at++));
            }
        }
    }

    private void header(byte b) throws IOException {
        if (headerBytes == 0) {
            first = b & 0xFF;
            headerBytes = 1;
            return;
        }
        if (headerBytes == 1) {
            headerBytes = 2;
            if ((b & 0x80) != 0) {
                throw new ProtocolException("a server must not mask its frames");
            }
            int length = b & 0x7F;
            lengthBytesLeft = length == 126 ? 2 : length == 127 ? 8 : 0;
            payloadLeft = lengthBytesLeft == 0 ? length : 0;
        } else {
            payloadLeft = (payloadLeft << 8) | (b & 0xFF);
            lengthBytesLeft--;
        }
        if (lengthBytesLeft == 0) {
            begin();
        }
    }

    private void begin() throws IOException {
        headerBytes = 0;
        if (payloadLeft < 0) {
            throw new ProtocolException("a frame's length has its highest bit set");
        }
        if (isControl()) {
            if (payloadLeft > MAX_CONTROL_PAYLOAD) {
                throw new ProtocolException("a control frame of " + payloadLeft + " bytes");
            }
            control = new byte[(int) payloadLeft];
        } else if (opcode() != 0) {
            compressed = (first & 0x40) != 0;
        }
        inPayload = payloadLeft > 0;
        if (!inPayload) {
            end();
        }
    }

    private void payload(ByteBuffer bytes, int from, int to) throws IOException {
        if (isControl()) {
            bytes.get(from, control, control.length - (int) payloadLeft, to - from);
        } else {
            sink.payload(bytes, from, to, compressed);
        }
        payloadLeft -= to - from;
        if (payloadLeft == 0) {
            inPayload = false;
            end();
        }
    }

    private void end() throws IOException {
        if (isControl()) {
            sink.control(opcode(), control);
        } else if ((first & 0x80) != 0) {
            sink.messageEnd(compressed);
        }
    }

    private int opcode() {
        return first & 0x0F;
    }

    private boolean isControl() {
        return (first & 0x08) != 0;
    }
}
