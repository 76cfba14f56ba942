package dev.liveticker.desktop.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text as other programs write it. */
public final class ForeignText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a spreadsheet of Western Europe writes that knows nothing of Unicode. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final int LONGEST_EXCERPT = 30;

    private ForeignText() {}

    /** The text in a file: in UTF-8 or UTF-16 by its mark, in UTF-8 without one, or else in what Windows writes. */
    public static String decode(byte[] bytes) {
        Charset marked = startsWith(bytes, 0xFF, 0xFE)
                ? StandardCharsets.UTF_16LE
                : startsWith(bytes, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        try {
            return unmarked(marked.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            // Not a fault: it says only that it is of the other kind, in which any byte is a character.
            return new String(bytes, WESTERN);
        }
    }

    /** As much of it as a message about it quotes: its beginning, in one line. A cell of a file may hold megabytes. */
    public static String excerpt(String text) {
        boolean whole = text.length() <= LONGEST_EXCERPT;
        // Never half of a character that takes two.
        int end = whole
                ? text.length()
                : Character.isHighSurrogate(text.charAt(LONGEST_EXCERPT - 1)) ? LONGEST_EXCERPT - 1 : LONGEST_EXCERPT;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return whole ? line.toString() : line.append('\u2026').toString();
    }

    /** Without the mark at its beginning, if there is one. */
    static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
