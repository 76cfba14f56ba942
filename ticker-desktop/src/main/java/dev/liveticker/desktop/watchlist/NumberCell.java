package dev.liveticker.desktop.watchlist;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/**
 * A number at the right edge. A change is coloured by its sign; the last price shows for a moment which way it went, as
 * a style and not as an animation, which 500 ticking rows could not pay for.
 */
final class NumberCell extends TableCell<QuoteRow, BigDecimal> {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final PseudoClass TICK_UP = PseudoClass.getPseudoClass("tick-up");
    private static final PseudoClass TICK_DOWN = PseudoClass.getPseudoClass("tick-down");

    private final BiFunction<QuoteRow, BigDecimal, String> format;
    private final boolean signed;

    /** @param kind the column's id, which is the cell's style class too */
    NumberCell(String kind, BiFunction<QuoteRow, BigDecimal, String> format) {
        this.format = format;
        this.signed = "change".equals(kind) || "percent".equals(kind);
        getStyleClass().addAll("numeric", kind);
        if ("last".equals(kind)) {
            tableRowProperty()
                    .flatMap(row -> row.itemProperty())
                    .flatMap(QuoteRow::tick)
                    .orElse(QuoteRow.Tick.NONE)
                    .subscribe(this::flash);
        }
    }

    @Override
    protected void updateItem(BigDecimal value, boolean empty) {
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

    private void flash(QuoteRow.Tick tick) {
        pseudoClassStateChanged(TICK_UP, tick == QuoteRow.Tick.UP);
        pseudoClassStateChanged(TICK_DOWN, tick == QuoteRow.Tick.DOWN);
    }
}
