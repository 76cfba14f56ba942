package dev.liveticker.desktop.watchlist;

import dev.liveticker.message.Quote;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every number of a row, as the newest quote has it or as it follows from it. */
final class RowFigures {

    private final Map<Column, Figure> figures = new EnumMap<>(Column.class);

    private @Nullable Quote quote;
    private long revision;

    RowFigures() {
        for (Column column : Column.values()) {
            if (column.isNumber()) {
                figures.put(column, new Figure(this, reckoning(column)));
            }
        }
    }

    /** @throws IllegalArgumentException if the column holds no number */
    Figure of(Column column) {
        Figure figure = figures.get(column);
        if (figure == null) {
            throw new IllegalArgumentException("no number: " + column);
        }
        return figure;
    }

    /** Another number with every quote. */
    long revision() {
        return revision;
    }

    void show(Quote newest) {
        become(newest);
    }

    void clear() {
        become(null);
    }

    /** Has the same numbers written again. */
    void rewrite() {
        figures.values().forEach(Figure::changed);
    }

    private void become(@Nullable Quote next) {
        quote = next;
        revision++;
        rewrite();
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
