package dev.liveticker.desktop.watchlist;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A number at the right edge. A change is coloured by its sign. */
final class NumberCell extends TableCell<QuoteRow, BigDecimal> {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final BiFunction<QuoteRow, BigDecimal, String> format;
    private final boolean signed;

    NumberCell(Column column, BiFunction<QuoteRow, BigDecimal, String> format) {
        this.format = format;
        this.signed = column == Column.CHANGE || column == Column.PERCENT;
        getStyleClass().addAll("numeric", column.id());
    }

    @Override
    protected void updateItem(@Nullable BigDecimal value, boolean empty) {
        super.updateItem(value, empty);
        QuoteRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || value == null || row == null) {
            setText(null);
            sign(0);
        } else {
            setText(format.apply(row, value));
            sign(value.signum());
        }
    }

    private void sign(int sign) {
        if (signed) {
            pseudoClassStateChanged(UP, sign > 0);
            pseudoClassStateChanged(DOWN, sign < 0);
        }
    }
}
