package dev.liveticker.desktop.watchlist;

import dev.liveticker.message.Quote;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every number of a row, as its newest quote has it or as it follows from that. Its value is the quote, and it is all
 * that can be listened to: of 5,000 rows all but a few are out of sight, and a quote for one of those is to cost no
 * more than to be put here.
 */
final class RowFigures extends RowProperty<Quote> {

    /** Those that were asked for. */
    private final Map<Column, Figure> figures = new EnumMap<>(Column.class);

    private @Nullable Quote quote;
    private long revision;

    /** @throws IllegalArgumentException if the column holds no number */
    Figure of(Column column) {
        Figure known = figures.get(column);
        if (known != null) {
            return known;
        }
        if (!column.isNumber()) {
            throw new IllegalArgumentException("no number: " + column);
        }
        Figure made = new Figure(this, reckoning(column));
        figures.put(column, made);
        return made;
    }

    /** Another number with every quote. */
    long revision() {
        return revision;
    }

    @Override
    public @Nullable Quote get() {
        return quote;
    }

    void show(Quote newest) {
        become(newest);
    }

    void clear() {
        become(null);
    }

    /** Has the same numbers written again. */
    void rewrite() {
        fireValueChangedEvent();
    }

    private void become(@Nullable Quote next) {
        quote = next;
        revision++;
        fireValueChangedEvent();
    }

    private static Function<RowFigures, @Nullable BigDecimal> reckoning(Column column) {
        return switch (column) {
            case LAST -> row -> row.quoted(Quote::last);
            case BID -> row -> row.quoted(Quote::bid);
            case BID_SIZE -> row -> row.quoted(Quote::bidSize);
            case ASK -> row -> row.quoted(Quote::ask);
            case ASK_SIZE -> row -> row.quoted(Quote::askSize);
            case SPREAD -> row -> row.quoted(RowFigures::spread);
            case VOLUME -> row -> row.quoted(Quote::volume);
            case OPEN -> row -> row.quoted(Quote::open);
            case HIGH -> row -> row.quoted(Quote::high);
            case LOW -> row -> row.quoted(Quote::low);
            case PREVIOUS_CLOSE -> row -> row.quoted(Quote::previousClose);
            case CHANGE -> row -> row.quoted(Quote::change);
            case PERCENT -> row -> row.quoted(Quote::changePercent);
            case SYMBOL, TREND, TIME, AGE, NOTE -> row -> null;
        };
    }

    private @Nullable BigDecimal quoted(Function<Quote, @Nullable BigDecimal> figure) {
        return quote == null ? null : figure.apply(quote);
    }

    private static @Nullable BigDecimal spread(Quote quote) {
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        return bid == null || ask == null ? null : ask.subtract(bid);
    }
}
