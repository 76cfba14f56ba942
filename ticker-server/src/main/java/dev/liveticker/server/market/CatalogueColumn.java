package dev.liveticker.server.market;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the lines of a catalogue may say. */
enum CatalogueColumn {
    SYMBOL("symbol", null),
    /** Where it is left out, the symbol. */
    NAME("name", ""),
    KIND("kind", "stock"),
    CURRENCY("currency", "USD"),
    TICK_SIZE("tickSize", "0.01"),
    SECTOR("sector", ""),
    PRICE("price", null),
    VOLATILITY("volatility", "0.3"),
    QUOTES_PER_SECOND("quotesPerSecond", "5"),
    /** Where it is left out, this; of an index, nothing. */
    TRADE_SIZE("tradeSize", "100");

    private final String code;
    private final @Nullable String usual;

    /** @param usual what a line that leaves it out means; absent where it must be there */
    CatalogueColumn(String code, @Nullable String usual) {
        this.code = code;
        this.usual = usual;
    }

    /** How a catalogue's first line spells it. */
    String code() {
        return code;
    }

    boolean required() {
        return usual == null;
    }

    /** What a line that leaves it out means; empty where it must be there. */
    String usual() {
        return usual == null ? "" : usual;
    }

    /** The one meant, in whatever case. */
    static Optional<CatalogueColumn> named(String text) {
        return Arrays.stream(values())
                .filter(column -> column.code.equalsIgnoreCase(text))
                .findFirst();
    }

    /** Which there are, for a person. */
    static String all() {
        String optional = Arrays.stream(values())
                .filter(column -> !column.required())
                .map(CatalogueColumn::code)
                .collect(joining(", "));
        return "symbol and price, and if you like " + optional;
    }
}
