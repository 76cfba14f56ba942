package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A column of a file of transactions, and what it may be called: in English, in German, and by some brokers. */
enum CsvColumn {
    DATE("date", true, "date", "tradedate", "datum", "handelstag", "handelsdatum", "ausführung"),
    SYMBOL("symbol", true, "symbol", "ticker", "instrument", "kürzel", "wertpapier"),
    SIDE("side", true, "side", "type", "action", "transaction", "buysell", "art", "typ", "aktion", "kaufverkauf"),
    QUANTITY("quantity", true, "quantity", "qty", "shares", "units", "anzahl", "stück", "stückzahl", "menge"),
    PRICE("price", true, "price", "unitprice", "shareprice", "kurs", "preis"),
    FEE("fee", false, "fee", "fees", "commission", "gebühr", "gebühren", "provision", "spesen");

    private final String header;
    private final boolean needed;
    /** Each between blanks. */
    private final String names;

    CsvColumn(String header, boolean needed, String... names) {
        this.header = header;
        this.needed = needed;
        this.names = ' ' + String.join(" ", names) + ' ';
    }

    /** What it is called in a file that is written. */
    String header() {
        return header;
    }

    /** Whether a file must have it. */
    boolean isNeeded() {
        return needed;
    }

    /** The column of that name, however its letters are written and whatever stands between them. */
    static Optional<CsvColumn> of(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]", "");
        return Arrays.stream(values())
                .filter(column -> !letters.isEmpty() && column.names.contains(' ' + letters + ' '))
                .findFirst();
    }

    /** What people call it. */
    String words() {
        return switch (this) {
            case DATE -> Texts.of("portfolio.entry.date");
            case SYMBOL -> Texts.of("portfolio.entry.symbol");
            case SIDE -> Texts.of("portfolio.entry.side");
            case QUANTITY -> Texts.of("portfolio.entry.quantity");
            case PRICE -> Texts.of("portfolio.entry.price");
            case FEE -> Texts.of("portfolio.entry.fee");
        };
    }
}
