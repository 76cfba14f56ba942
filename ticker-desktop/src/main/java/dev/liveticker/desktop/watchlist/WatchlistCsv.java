package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.CsvText;
import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A list as a spreadsheet: one row a symbol under a head of column names, which say too what columns the list shows.
 * Numbers are written whole and with a point, whatever the language.
 */
final class WatchlistCsv {

    /** As large as a file of every list there can be. */
    static final int LARGEST = 4_000_000;

    /** More is no list of symbols. */
    private static final int MOST_ROWS = 50_000;

    /**
     * What a file says.
     *
     * @param columns what its head says of them; empty if it names none but the symbol
     * @param faults what could not be read, with the number of its line, for people
     * @param left how many symbols it has beyond what one list takes
     */
    record Reading(
            List<Symbol> symbols,
            Map<Symbol, String> notes,
            Optional<ColumnLayout> columns,
            List<String> faults,
            int left) {}

    private final Function<String, Optional<Symbol>> reader;
    private final Set<Symbol> symbols = new LinkedHashSet<>();
    private final Map<Symbol, String> notes = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private int left;

    private WatchlistCsv(Function<String, Optional<Symbol>> reader) {
        this.reader = reader;
    }

    /** The columns that show of a list, and its rows in the order shown. */
    static String write(List<Column> columns, List<QuoteRow> rows) {
        StringBuilder csv = new StringBuilder();
        csv.append(CsvText.line(columns.stream().map(Column::id).toList()));
        for (QuoteRow row : rows) {
            csv.append(CsvText.line(
                    columns.stream().map(column -> value(column, row)).toList()));
        }
        return csv.toString();
    }

    /**
     * Reads what a file holds; takes its time where it is a large one. Safe in any thread, if the reader is.
     *
     * @param bytes more than {@link #LARGEST} of them are not looked at
     * @param reader what symbol somebody means by a text
     * @return nothing if it is too large
     */
    static Optional<Reading> read(byte[] bytes, Function<String, Optional<Symbol>> reader) {
        return bytes.length > LARGEST ? Optional.empty() : Optional.of(read(ForeignText.decode(bytes), reader));
    }

    private static Reading read(String text, Function<String, Optional<Symbol>> reader) {
        CsvText.Table table =
                CsvText.read(text, MOST_ROWS + 1, field -> Column.parse(field).isPresent());
        return new WatchlistCsv(reader).read(table.rows());
    }

    private Reading read(List<CsvText.Row> rows) {
        List<Optional<Column>> head = rows.isEmpty()
                ? List.of()
                : rows.getFirst().fields().stream().map(Column::parse).toList();
        int symbolAt = head.indexOf(Optional.of(Column.SYMBOL));
        boolean headed = symbolAt >= 0;
        int noteAt = headed ? head.indexOf(Optional.of(Column.NOTE)) : -1;
        if (rows.size() > MOST_ROWS) {
            faults.add(Texts.of("watchlist.csv.rows", MOST_ROWS));
        }
        for (CsvText.Row row : rows.subList(headed ? 1 : 0, Math.min(rows.size(), MOST_ROWS))) {
            read(row, Math.max(0, symbolAt), noteAt);
        }
        List<Column> named = head.stream().flatMap(Optional::stream).distinct().toList();
        return new Reading(
                List.copyOf(symbols),
                Map.copyOf(notes),
                headed ? layout(named) : Optional.empty(),
                List.copyOf(faults),
                left);
    }

    /** A head that names a price says what is to be seen; one of symbols and notes alone does not. */
    private static Optional<ColumnLayout> layout(List<Column> named) {
        if (named.stream().anyMatch(Column::isNumber)) {
            return Optional.of(ColumnLayout.of(named));
        }
        return named.contains(Column.NOTE)
                ? Optional.of(ColumnLayout.defaults().withShowing(Column.NOTE, ColumnLayout.Showing.ALWAYS))
                : Optional.empty();
    }

    private void read(CsvText.Row row, int symbolAt, int noteAt) {
        if (row.broken()) {
            faults.add(Texts.of("watchlist.csv.quote", String.valueOf(row.line())));
            return;
        }
        String typed = CsvText.original(row.field(symbolAt));
        Optional<Symbol> read = reader.apply(typed);
        if (read.isEmpty()) {
            faults.add(Texts.of("watchlist.csv.symbol", String.valueOf(row.line()), ForeignText.excerpt(typed)));
            return;
        }
        Symbol symbol = read.get();
        if (!symbols.contains(symbol) && symbols.size() == Watchlist.MOST_SYMBOLS) {
            left++;
            return;
        }
        symbols.add(symbol);
        String note = Watchlist.tidyNote(CsvText.original(row.field(noteAt)));
        if (!note.isEmpty()) {
            notes.put(symbol, note);
        }
    }

    private static String value(Column column, QuoteRow row) {
        return switch (column) {
            case SYMBOL -> CsvText.harmless(row.symbol().text());
            case NOTE -> CsvText.harmless(row.note().get());
            case TIME -> {
                Long micros = row.time().get();
                yield micros == null ? "" : MicroTime.instant(micros).toString();
            }
            case TREND, AGE -> "";
            case LAST,
                    CHANGE,
                    PERCENT,
                    BID_SIZE,
                    BID,
                    ASK,
                    ASK_SIZE,
                    SPREAD,
                    VOLUME,
                    OPEN,
                    HIGH,
                    LOW,
                    PREVIOUS_CLOSE -> {
                BigDecimal number = row.figure(column).get();
                yield number == null ? "" : number.toPlainString();
            }
        };
    }
}
