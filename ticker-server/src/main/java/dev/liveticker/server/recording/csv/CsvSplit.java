package dev.liveticker.server.recording.csv;

import java.util.ArrayList;
import java.util.List;

/** Parts a line of CSV into its fields; blanks around one do not count, unless it is in quotation marks. */
final class CsvSplit {

    private final String file;
    private final int line;
    private final String text;
    private int at;

    CsvSplit(String file, int line, String text) {
        this.file = file;
        this.line = line;
        this.text = text;
    }

    List<String> fields() throws MalformedCsvException {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            if (at == text.length()) {
                return fields;
            }
            if (text.charAt(at) != ',') {
                throw new MalformedCsvException(file, line, "a comma expected at character " + (at + 1));
            }
            at++;
        }
    }

    private String plain() {
        int comma = text.indexOf(',', at);
        int from = at;
        at = comma < 0 ? text.length() : comma;
        return text.substring(from, at).strip();
    }

    private String quoted() throws MalformedCsvException {
        StringBuilder field = new StringBuilder();
        int opened = at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                field.append('"');
                at++;
            } else {
                return field.toString();
            }
        }
        throw new MalformedCsvException(
                file, line, "the quotation mark at character " + (opened + 1) + " is never closed");
    }
}
