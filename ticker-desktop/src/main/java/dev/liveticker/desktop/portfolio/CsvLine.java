package dev.liveticker.desktop.portfolio;

import java.util.ArrayList;
import java.util.List;

/**
 * A record of a CSV file (RFC 4180), and the line it begins in.
 *
 * @param number of the line, from 1
 * @param cells without their quotes
 */
record CsvLine(int number, List<String> cells) {

    private static final String APOSTROPHE = "'";

    /** A quote that was opened and not closed. */
    static final class OpenQuoteException extends Exception {
        private static final long serialVersionUID = 1;
        private final int line;

        OpenQuoteException(int line) {
            super("a quote that begins in line " + line + " is not closed");
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    CsvLine {
        cells = List.copyOf(cells);
    }

    /** The cell at an index, without blanks around it; empty where the record is shorter. */
    String cell(int index) {
        return index < cells.size() ? cells.get(index).strip() : "";
    }

    /**
     * The records of a text, without those that are blank.
     *
     * @param limit no more than so many are read
     * @throws OpenQuoteException if the text ends within quotes
     */
    static List<CsvLine> read(String text, char delimiter, int limit) throws OpenQuoteException {
        List<CsvLine> lines = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int line = 1;
        int begun = 1;
        int opened = 0;
        for (int at = 0; at <= text.length() && lines.size() < limit; at++) {
            char c = at < text.length() ? text.charAt(at) : '\n';
            boolean newLine = c == '\n' || (c == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n'));
            if (opened > 0 && at < text.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    cell.append(c);
                    at++;
                } else {
                    opened = 0;
                }
            } else if (c == '"' && cell.isEmpty()) {
                opened = line;
            } else if (c == delimiter || newLine) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c != '\r' && !(c == ' ' && cell.isEmpty())) {
                cell.append(c);
            }
            if (newLine && at < text.length()) {
                line++;
            }
            if (newLine && opened == 0) {
                if (cells.stream().anyMatch(each -> !each.isBlank())) {
                    lines.add(new CsvLine(begun, cells));
                }
                cells.clear();
                begun = line;
            }
        }
        if (opened > 0) {
            throw new OpenQuoteException(opened);
        }
        return lines;
    }

    /** A cell as it is written: in quotes where it must be, and harmless to a spreadsheet. */
    static String quoted(String cell, char delimiter) {
        String safe = isFormula(cell) ? APOSTROPHE + cell : cell;
        boolean plain = safe.indexOf(delimiter) < 0
                && safe.indexOf('"') < 0
                && safe.indexOf('\n') < 0
                && safe.indexOf('\r') < 0;
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** A cell as it was before {@link #quoted} made it harmless. */
    static String original(String cell) {
        return cell.startsWith(APOSTROPHE) && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** Whether a spreadsheet would reckon with it instead of showing it (OWASP, "CSV Injection"). */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }
}
