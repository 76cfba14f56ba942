package dev.liveticker.server.recording.csv;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file in UTF-8, with or without a byte order mark, that end with LF or CR LF. A line is bounded,
 * so that a file that is no text costs no memory. Used by one thread.
 */
final class CsvLines implements Closeable {

    static final int MAX_BYTES = 4_096;

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String file;
    private final InputStream bytes;
    private final byte[] line = new byte[MAX_BYTES];
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private int number;

    /** @param file what error messages call it */
    CsvLines(String file, InputStream bytes) {
        this.file = file;
        this.bytes = new BufferedInputStream(bytes, 64 * 1024);
    }

    /** The next one without its end; absent if there is none. */
    @Nullable
    String next() throws IOException {
        int length = 0;
        int next = bytes.read();
        if (next < 0) {
            return null;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = bytes.read()) {
            if (length == MAX_BYTES) {
                throw new MalformedCsvException(file, number, "it is longer than " + MAX_BYTES + " bytes");
            }
            line[length++] = (byte) next;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return number == 1 ? first(length) : text(0, length);
    }

    private String first(int length) throws MalformedCsvException {
        int mark = length < 2 ? 0 : (line[0] & 0xFF) << 8 | (line[1] & 0xFF);
        if (mark == 0xFEFF || mark == 0xFFFE) {
            throw new MalformedCsvException(file, "it is in UTF-16; UTF-8 expected");
        }
        boolean marked = length >= 3 && Arrays.equals(line, 0, 3, UTF_8_MARK, 0, 3);
        return text(marked ? 3 : 0, length);
    }

    private String text(int from, int to) throws MalformedCsvException {
        ByteBuffer in = ByteBuffer.wrap(line, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from);
        decoder.reset();
        if (decoder.decode(in, out, true).isError()) {
            throw new MalformedCsvException(
                    file, number, "byte " + (in.position() + 1) + " is not UTF-8, which is expected");
        }
        return out.flip().toString();
    }

    /** Which line was last read, from 1. */
    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
