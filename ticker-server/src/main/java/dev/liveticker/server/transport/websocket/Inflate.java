package dev.liveticker.server.transport.websocket;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes permessage-deflate (RFC 7692 section 7.2.2) without context takeover, up to a limit. */
final class Inflate {

    /** What the sender took off the end of the message. */
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

    private static final int CHUNK = 4 * 1024;

    private Inflate() {}

    /**
     * Never produces more than one chunk beyond the limit, whatever the input promises.
     *
     * @throws ProtocolException if the data is not deflated, or longer than {@code limit} once inflated
     */
    static byte[] message(byte[] deflated, int length, int limit) throws ProtocolException {
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, Math.max(64, length * 4)));
            byte[] chunk = new byte[CHUNK];
            inflater.setInput(deflated, 0, length);
            boolean tail = false;
            while (true) {
                int count = inflater.inflate(chunk);
                out.write(chunk, 0, count);
                if (out.size() > limit) {
                    throw new ProtocolException(
                            CloseCode.MESSAGE_TOO_BIG, "message larger than " + limit + " bytes inflated");
                }
                if (inflater.finished() || (count == 0 && tail)) {
                    return out.toByteArray();
                }
                if (count == 0) {
                    if (inflater.needsDictionary()) {
                        throw notDeflated();
                    }
                    inflater.setInput(TAIL);
                    tail = true;
                }
            }
        } catch (DataFormatException e) {
            throw notDeflated();
        } finally {
            inflater.end();
        }
    }

    private static ProtocolException notDeflated() {
        return new ProtocolException(CloseCode.INVALID_PAYLOAD, "not deflated data");
    }
}
