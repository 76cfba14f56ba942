package dev.liveticker.server.recording.csv;

import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a CSV file, and what its fields mean. */
final class CsvRow {

    /** No sign and no exponent; so short that nothing of it is lost on the way. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,12})?");

    private static final int MAX_SHOWN = 40;

    private final String file;
    private final int line;
    private final List<String> columns;
    private final List<String> fields;

    /** @throws MalformedCsvException if it has more or fewer fields than columns */
    CsvRow(String file, int line, List<String> columns, List<String> fields) throws MalformedCsvException {
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.fields = fields;
        if (fields.size() != columns.size()) {
            throw new MalformedCsvException(
                    file, line, columns.size() + " columns expected, " + fields.size() + " found");
        }
    }

    /** A line's fields, parted by commas as RFC 4180 has it, except that none goes on in the next line. */
    static List<String> split(String file, int line, String text) throws MalformedCsvException {
        return new CsvSplit(file, line, text).fields();
    }

    int line() {
        return line;
    }

    /** Microseconds since the Unix epoch. */
    long time() throws MalformedCsvException {
        try {
            return CsvTime.parse(field("time"));
        } catch (IllegalArgumentException e) {
            throw fault("time", String.valueOf(e.getMessage()));
        }
    }

    Symbol symbol() throws MalformedCsvException {
        return Symbol.parse(field("symbol"))
                .orElseThrow(() ->
                        fault("symbol", "1 to " + Symbol.MAX_LENGTH + " characters of A-Z 0-9 . ^ = : / - expected"));
    }

    /** Absent if it is not said. */
    @Nullable
    Side side() throws MalformedCsvException {
        if (!columns.contains("side")) {
            return null;
        }
        return switch (field("side").toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "buy", "b" -> Side.BUY;
            case "sell", "s" -> Side.SELL;
            default -> throw fault("side", "buy or sell, or nothing, expected");
        };
    }

    BigDecimal positive(String column) throws MalformedCsvException {
        BigDecimal value = decimal(column, "a positive decimal");
        if (value.signum() == 0) {
            throw fault(column, "more than 0 expected");
        }
        return value;
    }

    BigDecimal notNegative(String column) throws MalformedCsvException {
        return decimal(column, "0 or a positive decimal");
    }

    private BigDecimal decimal(String column, String what) throws MalformedCsvException {
        String text = field(column);
        if (!DECIMAL.matcher(text).matches()) {
            throw fault(column, what + " expected, as 187.25, of at most 15 digits before the point and 12 after it");
        }
        return new BigDecimal(text);
    }

    private String field(String column) {
        return fields.get(columns.indexOf(column));
    }

    /** What is wrong with a field of this line. */
    MalformedCsvException fault(String column, String expected) {
        String found = field(column);
        String shown = found.length() <= MAX_SHOWN ? found : found.substring(0, MAX_SHOWN) + "...";
        String safe = shown.chars()
                .mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                .reduce("", String::concat);
        return new MalformedCsvException(
                file, line, columns.indexOf(column) + 1, column, expected + "; found \"" + safe + "\"");
    }
}
