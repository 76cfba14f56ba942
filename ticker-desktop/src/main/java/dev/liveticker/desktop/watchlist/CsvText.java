package dev.liveticker.desktop.watchlist;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values, RFC 4180, and what spreadsheets make of it: semicolons or tabs, a byte order mark, a line
 * {@code sep=;}, single line feeds, blank lines.
 */
final class CsvText {

    /** As large as a file of every list there can be. */
    static final int LARGEST = 4_000_000;

    /** More is no list of symbols. */
    static final int MOST_ROWS = 50_000;

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String SEPARATORS = ",;\t";
    private static final int MOST_FIELDS = 200;

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param broken whether a quote in it is never closed
     */
    record Row(int line, List<String> fields, boolean broken) {
        Row {
            fields = List.copyOf(fields);
        }

        /** A field, blanks around it dropped; empty where there is none. */
        String field(int index) {
            return index >= 0 && index < fields.size() ? fields.get(index).strip() : "";
        }
    }

    private final String text;
    private char separator = ',';
    private int at;
    private int line = 1;

    private CsvText(String text) {
        this.text = text;
    }

    /** The text in a file: in UTF-8 or UTF-16 by its mark, in UTF-8 without one, or else in what Windows writes. */
    static String decode(byte[] bytes) {
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

    /** Every record that is not blank, in its order; of more than {@link #MOST_ROWS}, one more. Takes anything. */
    static List<Row> rows(String text) {
        CsvText csv = new CsvText(unmarked(text));
        csv.findSeparator();
        List<Row> rows = new ArrayList<>();
        while (csv.at < csv.text.length() && rows.size() <= MOST_ROWS) {
            Row row = csv.row();
            if (row.broken() || row.fields().stream().anyMatch(field -> !field.isBlank())) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** One record with its line end. */
    static String line(List<String> fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            line.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
        }
        return line.append("\r\n").toString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == '"' || c == '\r' || c == '\n' || SEPARATORS.indexOf(c) >= 0);
        return plain && field.equals(field.strip()) ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private void findSeparator() {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            separator = text.charAt(4);
            at = 5;
            lineEnd();
            return;
        }
        int most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            int count = inFirstLine(candidate);
            if (count > most) {
                most = count;
                separator = candidate;
            }
        }
    }

    private int inFirstLine(char candidate) {
        int count = 0;
        boolean inside = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                inside = !inside;
            } else if (!inside && begun && (c == '\n' || c == '\r')) {
                break;
            } else if (!inside && c == candidate) {
                count++;
            }
            begun |= !Character.isWhitespace(c);
        }
        return count;
    }

    private Row row() {
        int start = at;
        int startLine = line;
        List<String> fields = new ArrayList<>();
        while (true) {
            StringBuilder field = new StringBuilder();
            if (!field(field)) {
                // The rest of the file must not vanish into one field: that line is broken, and the next one counts.
                at = start;
                line = startLine;
                skipLine();
                return new Row(startLine, List.of(), true);
            }
            if (fields.size() < MOST_FIELDS) {
                fields.add(field.toString());
            }
            if (at < text.length() && text.charAt(at) == separator) {
                at++;
            } else {
                lineEnd();
                return new Row(startLine, fields, false);
            }
        }
    }

    /** @return whether it ended; a quote that is never closed does not */
    private boolean field(StringBuilder field) {
        if (at >= text.length() || text.charAt(at) != '"') {
            plain(field);
            return true;
        }
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' || (c == '\r' && !isAt('\n')) ? 1 : 0;
                field.append(c);
            } else if (isAt('"')) {
                at++;
                field.append('"');
            } else {
                // What stands between the closing quote and the separator belongs to nothing, but is not lost.
                plain(field);
                return true;
            }
        }
        return false;
    }

    private void plain(StringBuilder field) {
        while (at < text.length() && text.charAt(at) != separator && !isAt('\n') && !isAt('\r')) {
            field.append(text.charAt(at++));
        }
    }

    private void skipLine() {
        while (at < text.length() && !isAt('\n') && !isAt('\r')) {
            at++;
        }
        lineEnd();
    }

    private void lineEnd() {
        if (isAt('\r')) {
            at++;
            at += isAt('\n') ? 1 : 0;
            line++;
        } else if (isAt('\n')) {
            at++;
            line++;
        }
    }

    private boolean isAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private static String unmarked(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
