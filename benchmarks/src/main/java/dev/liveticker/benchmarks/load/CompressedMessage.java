package dev.liveticker.benchmarks.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gathers one compressed WebSocket message and inflates it at its end (RFC 7692, section 7.2.2), each message by
 * itself: no context takeover was agreed.
 */
final class CompressedMessage {

    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private final Inflater inflater = new Inflater(true);
    private final ByteBuffer plain = ByteBuffer.allocate(64 << 10).order(ByteOrder.LITTLE_ENDIAN);
    private byte[] gathered = new byte[1 << 10];
    private int size;

    void add(ByteBuffer bytes, int from, int to) {
        int length = to - from;
        ensure(length);
        bytes.get(from, gathered, size, length);
        size += length;
    }

    /** @throws ProtocolException if what was gathered is not a deflated message */
    void inflateInto(MessageCounter counter) throws ProtocolException {
        ensure(TAIL.length);
        System.arraycopy(TAIL, 0, gathered, size, TAIL.length);
        inflater.reset();
        inflater.setInput(gathered, 0, size + TAIL.length);
        size = 0;
        try {
            int length;
            while ((length = inflater.inflate(plain.array())) > 0) {
                counter.count(plain, 0, length);
            }
        } catch (DataFormatException e) {
            throw (ProtocolException) new ProtocolException("a message does not inflate").initCause(e);
        }
        if (!inflater.finished() && inflater.getRemaining() > 0) {
            throw new ProtocolException("a message does not inflate");
        }
    }

    private void ensure(int more) {
        if (size + more > gathered.length) {
            gathered = Arrays.copyOf(gathered, Math.max(size + more, gathered.length * 2));
        }
    }
}
