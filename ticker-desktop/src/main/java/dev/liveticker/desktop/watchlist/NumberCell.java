package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.PriceFormat;
import java.math.BigDecimal;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import org.jspecify.annotations.Nullable;

/** A number at the right edge. A change is coloured by its sign. */
final class NumberCell extends FigureCell {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final Column column;
    private final BiFunction<QuoteRow, BigDecimal, String> format;
    private final boolean signed;
    private @Nullable QuoteRow shownOf;
    private @Nullable PriceFormat shownBy;
    private @Nullable BigDecimal shown;

    NumberCell(Column column, BiFunction<QuoteRow, BigDecimal, String> format) {
        super(column);
        this.column = column;
        this.format = format;
        this.signed = column == Column.CHANGE || column == Column.PERCENT;
    }

    @Override
    Observable source(QuoteRow row) {
        return row.quoted();
    }

    @Override
    void show(@Nullable QuoteRow row) {
        BigDecimal value = row == null ? null : row.figure(column).get();
        PriceFormat by = row == null ? null : row.format();
        if (row == shownOf && by == shownBy && Figure.isSame(value, shown)) {
            return;
        }
        shownOf = row;
        shownBy = by;
        shown = value;
        setText(row == null || value == null ? null : format.apply(row, value));
        if (signed) {
            int sign = value == null ? 0 : column == Column.PERCENT ? PriceFormat.percentSign(value) : value.signum();
            pseudoClassStateChanged(UP, sign > 0);
            pseudoClassStateChanged(DOWN, sign < 0);
        }
    }
}
