package dev.liveticker.desktop.watchlist;

import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In what order rows stand. What is absent comes last whichever way, and what is equal in the list's own order. */
final class RowOrder {

    private static final Comparator<QuoteRow> OWN = Comparator.comparingInt(QuoteRow::place);

    private RowOrder() {}

    /** @param sort absent for the list's own order */
    static Comparator<QuoteRow> by(ColumnLayout.@Nullable Sort sort) {
        return sort == null ? OWN : by(sort.column(), sort.descending()).thenComparing(OWN);
    }

    private static Comparator<QuoteRow> by(Column column, boolean descending) {
        return switch (column) {
            case SYMBOL -> byValue(QuoteRow::symbol, descending);
            case NOTE -> byValue(RowOrder::noteOf, descending);
            case TIME -> byValue(row -> row.time().get(), descending);
            case TREND, AGE -> OWN;
            case LAST, CHANGE, PERCENT, BID_SIZE, BID, ASK, ASK_SIZE, SPREAD, VOLUME, OPEN, HIGH, LOW, PREVIOUS_CLOSE ->
                byValue(row -> row.figure(column).get(), descending);
        };
    }

    private static @Nullable String noteOf(QuoteRow row) {
        return row.note().get().isEmpty() ? null : row.note().get();
    }

    private static <V extends Comparable<V>> Comparator<QuoteRow> byValue(
            Function<QuoteRow, @Nullable V> value, boolean descending) {
        return (a, b) -> {
            V first = value.apply(a);
            V second = value.apply(b);
            if (first == null || second == null) {
                return Boolean.compare(first == null, second == null);
            }
            return descending ? second.compareTo(first) : first.compareTo(second);
        };
    }
}
