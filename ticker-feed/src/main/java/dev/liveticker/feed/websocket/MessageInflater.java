package dev.liveticker.feed.websocket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the messages of one connection (RFC 7692 section 7.2.2), none of them beyond a limit: a small frame can
 * otherwise fill the memory. For one thread.
 */
final class MessageInflater implements AutoCloseable {

    /** What the sender cut off the end of each message. */
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[8192];
    private final boolean keepsContext;
    private final int limit;
    private int size;

    /**
     * @param keepsContext whether a message may refer to those before it
     * @param limit of a message's inflated size, in bytes
     */
    MessageInflater(boolean keepsContext, int limit) {
        this.keepsContext = keepsContext;
        this.limit = limit;
    }

    /**
     * Inflates a message, or a part of it.
     *
     * @param last whether the message ends with it
     * @throws IOException if it is not deflated data, or the message is over the limit
     */
    byte[] inflate(byte[] part, boolean last) throws IOException {
        ByteArrayOutputStream inflated = new ByteArrayOutputStream(Math.min(limit, 4 * part.length + 64));
        try {
            inflate(part, inflated);
            if (last) {
                inflate(TAIL, inflated);
                size = 0;
                if (!keepsContext) {
                    inflater.reset();
                }
            }
        } catch (DataFormatException e) {
            throw new IOException("a message is not deflated data", e);
        }
        return inflated.toByteArray();
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void inflate(byte[] part, ByteArrayOutputStream inflated) throws DataFormatException, IOException {
        inflater.setInput(part);
        while (true) {
            int count = inflater.inflate(buffer);
            size += count;
            if (size > limit) {
                throw new IOException("a message is larger than " + limit + " bytes");
            }
            inflated.write(buffer, 0, count);
            if (inflater.finished()) {
                // A block marked as the last of its stream may be followed by another stream.
                int left = inflater.getRemaining();
                inflater.reset();
                inflater.setInput(part, part.length - left, left);
            } else if (count == 0) {
                return;
            }
        }
    }
}
