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
        String beginning = line(cut(text, LONGEST_EXCERPT));
        return text.length() <= LONGEST_EXCERPT ? beginning : beginning + '\u2026';
    }

    /** The same in one line: a blank for each line end and whatever else cannot be seen. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString();
    }

    /**
     * The beginning of a text, never with half of a character that takes two.
     *
     * @param longest in chars; 1 or more
     */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** Without the mark at its beginning, if there is one. */
    static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
