package dev.liveticker.desktop.watchlist;

import dev.liveticker.message.Quote;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every number of a row, as the newest quote has it or as it follows from it. */
final class RowFigures {

    private final Map<Column, Figure> figures = new EnumMap<>(Column.class);

    RowFigures() {
        for (Column column : Column.values()) {
            if (column.isNumber()) {
                figures.put(column, new Figure());
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

    void show(Quote quote) {
        BigDecimal bid = quote.bid();
        BigDecimal ask = quote.ask();
        of(Column.LAST).set(quote.last());
        of(Column.BID).set(bid);
        of(Column.BID_SIZE).set(quote.bidSize());
        of(Column.ASK).set(ask);
        of(Column.ASK_SIZE).set(quote.askSize());
        of(Column.SPREAD).set(bid == null || ask == null ? null : ask.subtract(bid));
        of(Column.VOLUME).set(quote.volume());
        of(Column.OPEN).set(quote.open());
        of(Column.HIGH).set(quote.high());
        of(Column.LOW).set(quote.low());
        of(Column.PREVIOUS_CLOSE).set(quote.previousClose());
        showChange(quote.last(), quote.previousClose());
    }

    void clear() {
        figures.values().forEach(figure -> figure.set(null));
    }

    private void showChange(@Nullable BigDecimal price, @Nullable BigDecimal previousClose) {
        if (price == null || previousClose == null || previousClose.signum() == 0) {
            of(Column.CHANGE).set(null);
            of(Column.PERCENT).set(null);
            return;
        }
        BigDecimal difference = price.subtract(previousClose);
        of(Column.CHANGE).set(difference);
        of(Column.PERCENT).set(difference.movePointRight(2).divide(previousClose, 4, RoundingMode.HALF_UP));
    }
}
