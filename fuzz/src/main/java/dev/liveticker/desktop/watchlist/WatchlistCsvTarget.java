package dev.liveticker.desktop.watchlist;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.desktop.text.CsvText;
import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists as spreadsheets and others write them, {@code .ticker} files among them: there is a list within its bounds,
 * whatever the text; and what a table says, it says again once it was written.
 */
public final class WatchlistCsvTarget implements Target {

    private static final int MOST_ROWS = 100;

    @Override
    public void take(byte[] input) {
        String text = ForeignText.decode(input);
        Optional<WatchlistCsv.Reading> read = WatchlistCsv.read(input, Symbol::parse);
        Claim.same(input.length > WatchlistCsv.LARGEST, read.isEmpty());
        read.ifPresent(WatchlistCsvTarget::check);
        for (CsvText.Row row : CsvText.read(text, MOST_ROWS, "symbol"::equals).rows()) {
            if (!row.broken()) {
                again(row.fields());
            }
        }
    }

    private static void check(WatchlistCsv.Reading reading) {
        Claim.that(reading.symbols().size() <= Watchlist.MOST_SYMBOLS, () -> "too many: " + reading);
        Claim.that(reading.symbols().containsAll(reading.notes().keySet()), () -> "a note of nothing: " + reading);
        reading.notes().values().forEach(note -> Claim.same(Watchlist.tidyNote(note), note));
        reading.faults().forEach(fault -> Claim.that(!fault.isBlank(), () -> "nothing is said"));
    }

    private static void again(List<String> fields) {
        String written = CsvText.line(List.of("symbol", "note")) + CsvText.line(fields);
        List<CsvText.Row> rows =
                CsvText.read(written, MOST_ROWS, "symbol"::equals).rows();
        Claim.same(2, rows.size());
        Claim.same(fields, rows.get(1).fields());
        for (String field : fields) {
            String safe = CsvText.harmless(field);
            Claim.same(field, safe.equals(field) ? field : CsvText.original(safe));
        }
    }

    @Override
    public List<byte[]> seeds() {
        return Stream.of(
                        "symbol,last,note\r\nAAPL,187.25,\"buy, \"\"soon\"\"\"\r\n^GSPC,,\r\n".getBytes(UTF_8),
                        "sep=;\nnote;symbol\n'=x;MSFT\n\"two\nlines\";BRK.B\n".getBytes(UTF_8),
                        "AAPL\tApple\nMSFT\n\n \"open".getBytes(UTF_8),
                        "\uFEFFSymbol;Notiz\nAAPL;é\n".getBytes(UTF_16LE),
                        new byte[] {'A', 'A', ',', (byte) 0x80, (byte) 0xE9, '\n'})
                .toList();
    }
}
