package dev.liveticker.server.transport.websocket;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Compresses as a client does (RFC 7692 section 7.2.1), whatever the size. Public: the end-to-end tests need it too.
 */
public final class RawDeflate {

    private RawDeflate() {}

    public static byte[] message(byte[] message) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(message);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] chunk = new byte[512];
            int count;
            do {
                count = deflater.deflate(chunk, 0, chunk.length, Deflater.SYNC_FLUSH);
                out.write(chunk, 0, count);
            } while (count == chunk.length);
            byte[] bytes = out.toByteArray();
            return Arrays.copyOf(bytes, bytes.length - 4);
        } finally {
            deflater.end();
        }
    }
}
