package dev.liveticker.server.market;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into fields parted by commas, as RFC 4180 has them, except that a field does not go on in the next. */
final class CatalogueFields {

    private final String source;
    private final int line;
    private final String text;

    private CatalogueFields(String source, CatalogueText.Line line) {
        this.source = source;
        this.line = line.number();
        this.text = line.text();
    }

    /** The fields of a line, without the blanks around those that are not quoted. */
    static List<String> of(String source, CatalogueText.Line line) throws MalformedCatalogueException {
        return new CatalogueFields(source, line).split();
    }

    private List<String> split() throws MalformedCatalogueException {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            at = at < text.length() && text.charAt(at) == '"' ? quoted(at, field) : plain(at, field);
            found.add(field.toString());
            if (at == text.length()) {
                return found;
            }
            if (text.charAt(at) != ',') {
                throw new MalformedCatalogueException(source, line, "a comma expected at character " + (at + 1));
            }
            at++;
        }
    }

    private int plain(int from, StringBuilder field) {
        int comma = text.indexOf(',', from);
        int end = comma < 0 ? text.length() : comma;
        field.append(text.substring(from, end).strip());
        return end;
    }

    private int quoted(int from, StringBuilder field) throws MalformedCatalogueException {
        int at = from + 1;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                field.append(text.charAt(at++));
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append('"');
                at += 2;
            } else {
                return at + 1;
            }
        }
        throw new MalformedCatalogueException(
                source, line, "the quotation mark at character " + (from + 1) + " is never closed");
    }
}
