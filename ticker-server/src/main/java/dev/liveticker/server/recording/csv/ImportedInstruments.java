package dev.liveticker.server.recording.csv;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.Listing;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The instruments behind the symbols of a CSV file, which says nothing of them but prices: those of the built-in
 * catalogue under its names, others under their symbol, of the kind and currency that its form tells.
 */
final class ImportedInstruments {

    /** ISO 4217's code for no currency. */
    private static final String NO_CURRENCY = "XXX";

    private static final Pattern FX = Pattern.compile("[A-Z]{3}([A-Z]{3})=X");
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]{2,10}[-/](USD[TC]?|EUR|GBP|JPY|BTC)");

    private final Map<Symbol, Instrument> known = Catalogue.builtIn().listings().stream()
            .map(Listing::instrument)
            .collect(Collectors.toMap(Instrument::symbol, Function.identity()));

    Instrument of(Symbol symbol, BigDecimal tickSize) {
        Instrument listed = known.get(symbol);
        if (listed != null) {
            return new Instrument(symbol, listed.name(), listed.kind(), listed.currency(), tickSize, listed.sector());
        }
        Matcher fx = FX.matcher(symbol.text());
        if (fx.matches()) {
            return new Instrument(symbol, symbol.text(), AssetClass.FX, fx.group(1), tickSize, null);
        }
        Matcher pair = PAIR.matcher(symbol.text());
        if (pair.matches()) {
            return new Instrument(symbol, symbol.text(), AssetClass.CRYPTO, isoCode(pair.group(1)), tickSize, null);
        }
        AssetClass kind = symbol.text().startsWith("^") ? AssetClass.INDEX : AssetClass.STOCK;
        return new Instrument(symbol, symbol.text(), kind, NO_CURRENCY, tickSize, null);
    }

    private static String isoCode(String quoted) {
        return quoted.length() == 3 && !quoted.equals("BTC") ? quoted : NO_CURRENCY;
    }
}
