package dev.liveticker.desktop.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Comma-separated values, RFC 4180, and what spreadsheets make of it: semicolons or tabs, a byte order mark, a line
 * {@code sep=;}, single line feeds, blank lines, blanks before a quote. Takes any text.
 */
public final class CsvText {

    private static final String SEPARATORS = ",;\t";
    private static final String APOSTROPHE = "'";
    /** As first characters: of ASCII, and what a spreadsheet of East Asia takes for the same. */
    private static final String OF_FORMULAS = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private static final int MOST_FIELDS = 200;

    /** Of a file whose first record never ends, so much is looked at to find its separator. */
    private static final int LONGEST_HEAD = 20_000;

    /**
     * What a text says.
     *
     * @param separator between its fields
     * @param rows every record that is not blank, in its order
     */
    public record Table(char separator, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One record.
     *
     * @param line where it begins, from 1
     * @param broken whether a quote in it is never closed; it has no fields then
     */
    public record Row(int line, List<String> fields, boolean broken) {
        public Row {
            fields = List.copyOf(fields);
        }

        /** A field, blanks around it dropped; empty where there is none. */
        public String field(int index) {
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

    /**
     * Reads a text. The separator is the one it names, or else the one by which most fields of the first record are
     * names of columns; where none is, the one there are most of.
     *
     * @param most no more records than that are read
     * @param isName whether a field, blanks around it dropped, is the name of a column
     */
    public static Table read(String text, int most, Predicate<String> isName) {
        CsvText csv = new CsvText(ForeignText.unmarked(text));
        csv.findSeparator(isName);
        return new Table(csv.separator, csv.rows(most));
    }

    /** One record with its line end, separated by commas. */
    public static String line(List<String> fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            line.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
        }
        return line.append("\r\n").toString();
    }

    /**
     * A text that is no number, so that a spreadsheet shows it and does not reckon with it (OWASP ASVS 5.0, 1.2.10).
     */
    public static String harmless(String field) {
        return isFormula(field) ? APOSTROPHE + field : field;
    }

    /** A field as it was before {@link #harmless}. */
    public static String original(String field) {
        return field.startsWith(APOSTROPHE) && isFormula(field.substring(1)) ? field.substring(1) : field;
    }

    private static boolean isFormula(String field) {
        return !field.isEmpty() && OF_FORMULAS.indexOf(field.charAt(0)) >= 0;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == '"' || c == '\r' || c == '\n' || SEPARATORS.indexOf(c) >= 0);
        return plain && field.equals(field.strip()) ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private void findSeparator(Predicate<String> isName) {
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            separator = text.charAt(4);
            at = 5;
            lineEnd();
            return;
        }
        String head = text.substring(0, Math.min(text.length(), LONGEST_HEAD));
        long mostNames = 0;
        int most = 0;
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            long names = names(head, candidate, isName);
            int count = inFirstLine(candidate);
            if (names > mostNames || (names == mostNames && count > most)) {
                mostNames = names;
                most = count;
                separator = candidate;
            }
        }
    }

    private static long names(String head, char candidate, Predicate<String> isName) {
        CsvText csv = new CsvText(head);
        csv.separator = candidate;
        return csv.rows(1).stream()
                .flatMap(row -> row.fields().stream())
                .filter(field -> isName.test(field.strip()))
                .count();
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

    private List<Row> rows(int most) {
        List<Row> rows = new ArrayList<>();
        while (at < text.length() && rows.size() < most) {
            Row row = row();
            if (row.broken() || row.fields().stream().anyMatch(field -> !field.isBlank())) {
                rows.add(row);
            }
        }
        return rows;
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
        int quote = at;
        while (quote < text.length() && text.charAt(quote) == ' ' && separator != ' ') {
            quote++;
        }
        if (quote >= text.length() || text.charAt(quote) != '"') {
            plain(field);
            return true;
        }
        at = quote + 1;
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
}
