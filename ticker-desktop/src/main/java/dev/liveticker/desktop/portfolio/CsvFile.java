package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text files as spreadsheets write them. */
final class CsvFile {

    /** Many times more than {@value Portfolio#MOST} lines need. */
    static final int LARGEST = 10_000_000;

    /** What a spreadsheet of Western Europe writes that knows nothing of Unicode. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final char BOM = '\uFEFF';

    private CsvFile() {}

    /**
     * Reads a file: UTF-8, UTF-16 with its mark, or else Windows-1252.
     *
     * @throws IOException if it cannot be read or is larger than {@value #LARGEST} bytes
     */
    static String read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException(Texts.of("portfolio.csv.large"));
            }
            return decode(bytes);
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    static String decode(byte[] bytes) {
        boolean marked = bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE));
        if (marked) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, WESTERN);
        }
    }
}
