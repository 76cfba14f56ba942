package dev.liveticker.benchmarks.load;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** Takes the chunks off an HTTP response's body (RFC 9112, section 7.1), so that what they split is whole again. */
public final class ChunkedReader implements BodyReader {

    private enum Place {
        SIZE,
        SIZE_EXTENSION,
        DATA,
        AFTER_DATA
    }

    private final BodyReader body;
    private Place place = Place.SIZE;
    private long left;
    private boolean anyDigit;

    /** @param body is given what the chunks hold */
    public ChunkedReader(BodyReader body) {
        this.body = body;
    }

    @Override
    public void read(ByteBuffer bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            if (place == Place.DATA) {
                int end = (int) Math.min(to, at + left);
                body.read(bytes, at, end);
                left -= end - at;
                at = end;
                if (left == 0) {
                    place = Place.AFTER_DATA;
                }
            } else {
                between(bytes.get(at++));
            }
        }
    }

    private void between(byte b) throws ProtocolException {
        if (place == Place.AFTER_DATA) {
            if (b == '\n') {
                place = Place.SIZE;
                left = 0;
                anyDigit = false;
            }
            return;
        }
        if (b == '\n') {
            if (!anyDigit) {
                throw new ProtocolException("a chunk without a size");
            }
            if (left == 0) {
                throw new ProtocolException("the stream ended");
            }
            place = Place.DATA;
        } else if (place == Place.SIZE) {
            int digit = Character.digit(b, 16);
            if (digit >= 0) {
                left = (left << 4) | digit;
                anyDigit = true;
            } else {
                place = Place.SIZE_EXTENSION;
            }
        }
    }
}
