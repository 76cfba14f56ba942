package dev.liveticker.server.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * The text of a catalogue line by line, whatever ends them (LF, CRLF, CR). No more of it is held than one line, and
 * neither a line nor their number is without bound.
 */
final class CatalogueText {

    static final int MOST_LINES = 100_000;

    /** In one line. */
    static final int MOST_CHARACTERS = 1_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a decoder puts where bytes make no sense. */
    private static final char UNDECODABLE = '\uFFFD';

    /** @param number which it is, from 1 */
    record Line(int number, String text) {}

    private final BufferedReader reader;
    private final String source;
    private int number;
    private boolean afterReturn;

    CatalogueText(Reader text, String source) {
        this.reader = new BufferedReader(text);
        this.source = source;
    }

    /** How many lines were read. */
    int lines() {
        return number;
    }

    /** The next line that is neither blank nor a comment; absent at the end. */
    @Nullable
    Line next() throws IOException, MalformedCatalogueException {
        for (String text = line(); text != null; text = line()) {
            String content =
                    number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            if (!content.isBlank() && content.charAt(0) != '#') {
                checkLegible(content);
                return new Line(number, content);
            }
        }
        return null;
    }

    private @Nullable String line() throws IOException, MalformedCatalogueException {
        int next = reader.read();
        if (afterReturn && next == '\n') {
            next = reader.read();
        }
        if (next < 0) {
            return null;
        }
        number++;
        if (number > MOST_LINES) {
            throw new MalformedCatalogueException(source, number, "at most " + MOST_LINES + " lines expected");
        }
        StringBuilder text = new StringBuilder();
        while (next >= 0 && next != '\n' && next != '\r') {
            if (text.length() == MOST_CHARACTERS) {
                throw new MalformedCatalogueException(
                        source, number, "at most " + MOST_CHARACTERS + " characters expected in a line");
            }
            text.append((char) next);
            next = reader.read();
        }
        afterReturn = next == '\r';
        return text.toString();
    }

    private void checkLegible(String text) throws MalformedCatalogueException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == UNDECODABLE || (Character.isISOControl(c) && c != '\t')) {
                throw new MalformedCatalogueException(
                        source, number, "character " + (i + 1) + " is not text in UTF-8, which is expected");
            }
        }
    }
}
