package dev.liveticker.server.market;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a catalogue: fields parted by commas, as RFC 4180 has them, except that a field does not go on in the
 * next line.
 */
final class CatalogueLine {

    /** The columns in their order, which is also what the first line of a catalogue must say. */
    static final List<String> COLUMNS = List.of(
            "symbol",
            "name",
            "kind",
            "currency",
            "tickSize",
            "sector",
            "price",
            "volatility",
            "quotesPerSecond",
            "tradeSize");

    /** No exponent, and short enough that a price in ticks is exact in a {@code double}. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,12})?");

    private static final BigDecimal MAX_TICKS = BigDecimal.valueOf(1_000_000_000_000L);

    private static final int MAX_NAME_LENGTH = 100;
    private static final int MAX_SHOWN = 40;

    private final String source;
    private final int line;
    private final List<String> fields;

    CatalogueLine(String source, int line, String text) throws MalformedCatalogueException {
        this.source = source;
        this.line = line;
        this.fields = split(text);
    }

    boolean isHeader() {
        return fields.equals(COLUMNS);
    }

    Listing listing() throws MalformedCatalogueException {
        if (fields.size() != COLUMNS.size()) {
            throw new MalformedCatalogueException(
                    source, line, COLUMNS.size() + " columns expected, " + fields.size() + " found");
        }
        Symbol symbol = Symbol.parse(field("symbol"))
                .orElseThrow(() ->
                        fault("symbol", "1 to " + Symbol.MAX_LENGTH + " characters of A-Z 0-9 . ^ = : / - expected"));
        AssetClass kind = Arrays.stream(AssetClass.values())
                .filter(each -> each.code().equals(field("kind")))
                .findFirst()
                .orElseThrow(() -> fault("kind", "stock, index, crypto or fx expected"));
        BigDecimal tickSize = positive("tickSize", BigDecimal.valueOf(1_000_000));
        Instrument instrument = new Instrument(symbol, name(), kind, currency(), tickSize, sector());
        return new Listing(
                instrument,
                price(tickSize),
                positive("volatility", BigDecimal.TEN).doubleValue(),
                positive("quotesPerSecond", BigDecimal.valueOf(1_000)).doubleValue(),
                tradeSize(kind));
    }

    /** What is wrong with a field of this line. */
    MalformedCatalogueException fault(String column, String expected) {
        String found = field(column);
        String shown = found.length() <= MAX_SHOWN ? found : found.substring(0, MAX_SHOWN) + "...";
        return new MalformedCatalogueException(source, line, column, expected + ", found \"" + shown + "\"");
    }

    private String field(String column) {
        return fields.get(COLUMNS.indexOf(column));
    }

    private String name() throws MalformedCatalogueException {
        String name = field("name");
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw fault("name", "1 to " + MAX_NAME_LENGTH + " characters expected");
        }
        return name;
    }

    private String currency() throws MalformedCatalogueException {
        try {
            return Currency.getInstance(field("currency")).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw fault("currency", "an ISO 4217 code expected");
        }
    }

    private @Nullable String sector() {
        return field("sector").isBlank() ? null : field("sector");
    }

    private BigDecimal price(BigDecimal tickSize) throws MalformedCatalogueException {
        BigDecimal price = positive("price", MAX_TICKS.multiply(tickSize));
        if (price.remainder(tickSize).signum() != 0) {
            throw fault("price", "a multiple of the tick size " + tickSize.toPlainString() + " expected");
        }
        return price;
    }

    private @Nullable BigDecimal tradeSize(AssetClass kind) throws MalformedCatalogueException {
        if (kind != AssetClass.INDEX) {
            return positive("tradeSize", MAX_TICKS);
        }
        if (!field("tradeSize").isEmpty()) {
            throw fault("tradeSize", "nothing expected for an index, which is not traded");
        }
        return null;
    }

    private BigDecimal positive(String column, BigDecimal most) throws MalformedCatalogueException {
        String text = field(column);
        if (!DECIMAL.matcher(text).matches()) {
            throw fault(column, "a positive decimal expected");
        }
        BigDecimal value = new BigDecimal(text);
        if (value.signum() <= 0 || value.compareTo(most) > 0) {
            throw fault(
                    column,
                    "more than 0 and at most " + most.stripTrailingZeros().toPlainString() + " expected");
        }
        return value;
    }

    private List<String> split(String text) throws MalformedCatalogueException {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder field = new StringBuilder();
            at = at < text.length() && text.charAt(at) == '"' ? quoted(text, at, field) : plain(text, at, field);
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

    private static int plain(String text, int from, StringBuilder field) {
        int comma = text.indexOf(',', from);
        int end = comma < 0 ? text.length() : comma;
        field.append(text.substring(from, end).strip());
        return end;
    }

    private int quoted(String text, int from, StringBuilder field) throws MalformedCatalogueException {
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
