package dev.liveticker.server.market;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a catalogue: an instrument. A field that is empty, or whose column is not there, has its usual value. */
final class CatalogueLine {

    /** No exponent, and short enough that a price in ticks is exact in a {@code double}. */
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,12})?");

    private static final BigDecimal MAX_TICKS = BigDecimal.valueOf(1_000_000_000_000L);

    /**
     * Of the tick's last decimal, in which prices are counted: so a price may rise some hundredfold and fits a long.
     */
    private static final BigDecimal MAX_UNITS = BigDecimal.valueOf(10_000_000_000_000_000L);

    /** Of a trade, times its quotes a second where those are more than one: so the busiest day's volume fits a long. */
    private static final BigDecimal MAX_SIZE_A_SECOND = BigDecimal.valueOf(1_000_000_000_000L);

    private static final int MAX_NAME_LENGTH = 100;

    private final String source;
    private final int line;
    private final CatalogueHeader header;
    private final List<String> fields;

    CatalogueLine(String source, int line, CatalogueHeader header, List<String> fields)
            throws MalformedCatalogueException {
        if (fields.size() != header.width()) {
            throw new MalformedCatalogueException(
                    source, line, header.width() + " columns expected, " + fields.size() + " found");
        }
        this.source = source;
        this.line = line;
        this.header = header;
        this.fields = fields;
    }

    Listing listing() throws MalformedCatalogueException {
        Symbol symbol = Symbol.parse(field(CatalogueColumn.SYMBOL))
                .orElseThrow(() -> fault(
                        CatalogueColumn.SYMBOL,
                        "1 to " + Symbol.MAX_LENGTH + " characters of A-Z 0-9 . ^ = : / - expected"));
        AssetClass kind = Arrays.stream(AssetClass.values())
                .filter(each -> each.code().equals(field(CatalogueColumn.KIND)))
                .findFirst()
                .orElseThrow(() -> fault(CatalogueColumn.KIND, "stock, index, crypto or fx expected"));
        BigDecimal tickSize = positive(CatalogueColumn.TICK_SIZE, BigDecimal.valueOf(1_000_000));
        Instrument instrument = new Instrument(symbol, name(symbol), kind, currency(), tickSize, sector());
        BigDecimal price = price(tickSize);
        double volatility = positive(CatalogueColumn.VOLATILITY, BigDecimal.TEN).doubleValue();
        BigDecimal quotesPerSecond = positive(CatalogueColumn.QUOTES_PER_SECOND, BigDecimal.valueOf(1_000));
        return new Listing(
                instrument, price, volatility, quotesPerSecond.doubleValue(), tradeSize(kind, quotesPerSecond));
    }

    /** What is wrong with a field of this line. */
    MalformedCatalogueException fault(CatalogueColumn column, String expected) {
        Integer place = header.place(column);
        return new MalformedCatalogueException(
                source,
                line,
                place == null ? 0 : place + 1,
                column.code(),
                expected + ", found \"" + MalformedCatalogueException.shown(field(column)) + "\"");
    }

    private String field(CatalogueColumn column) {
        String given = given(column);
        return given.isBlank() ? column.usual() : given;
    }

    /** Empty where nothing is. */
    private String given(CatalogueColumn column) {
        Integer place = header.place(column);
        return place == null ? "" : fields.get(place);
    }

    private String name(Symbol symbol) throws MalformedCatalogueException {
        String name = field(CatalogueColumn.NAME);
        if (name.length() > MAX_NAME_LENGTH) {
            throw fault(CatalogueColumn.NAME, "at most " + MAX_NAME_LENGTH + " characters expected");
        }
        return name.isEmpty() ? symbol.text() : name;
    }

    private String currency() throws MalformedCatalogueException {
        try {
            return Currency.getInstance(field(CatalogueColumn.CURRENCY)).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw fault(CatalogueColumn.CURRENCY, "an ISO 4217 code expected");
        }
    }

    private @Nullable String sector() throws MalformedCatalogueException {
        String sector = field(CatalogueColumn.SECTOR);
        if (sector.length() > MAX_NAME_LENGTH) {
            throw fault(CatalogueColumn.SECTOR, "at most " + MAX_NAME_LENGTH + " characters expected");
        }
        return sector.isEmpty() ? null : sector;
    }

    private BigDecimal price(BigDecimal tickSize) throws MalformedCatalogueException {
        BigDecimal most = MAX_TICKS.multiply(tickSize).min(MAX_UNITS.movePointLeft(tickSize.scale()));
        BigDecimal price = positive(CatalogueColumn.PRICE, most);
        if (price.remainder(tickSize).signum() != 0) {
            throw fault(CatalogueColumn.PRICE, "a multiple of the tick size " + tickSize.toPlainString() + " expected");
        }
        return price;
    }

    private @Nullable BigDecimal tradeSize(AssetClass kind, BigDecimal quotesPerSecond)
            throws MalformedCatalogueException {
        if (kind != AssetClass.INDEX) {
            BigDecimal most = MAX_SIZE_A_SECOND.divide(quotesPerSecond.max(BigDecimal.ONE), 0, RoundingMode.DOWN);
            return positive(CatalogueColumn.TRADE_SIZE, most);
        }
        if (!given(CatalogueColumn.TRADE_SIZE).isBlank()) {
            throw fault(CatalogueColumn.TRADE_SIZE, "nothing expected for an index, which is not traded");
        }
        return null;
    }

    private BigDecimal positive(CatalogueColumn column, BigDecimal most) throws MalformedCatalogueException {
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
}
