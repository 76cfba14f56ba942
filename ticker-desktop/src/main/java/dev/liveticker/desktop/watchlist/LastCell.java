package dev.liveticker.desktop.watchlist;

import java.math.BigDecimal;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * The last price. It shows for a moment which way it went, as a style and not as an animation, which thousands of
 * ticking rows could not pay for.
 */
final class LastCell extends TableCell<QuoteRow, QuoteRow.Ticked> {

    private static final PseudoClass TICK_UP = PseudoClass.getPseudoClass("tick-up");
    private static final PseudoClass TICK_DOWN = PseudoClass.getPseudoClass("tick-down");

    LastCell() {
        getStyleClass().addAll("numeric", Column.LAST.id());
    }

    @Override
    protected void updateItem(QuoteRow.@Nullable Ticked value, boolean empty) {
        super.updateItem(value, empty);
        QuoteRow row = getTableRow() == null ? null : getTableRow().getItem();
        BigDecimal price = empty || value == null ? null : value.last();
        setText(price == null || row == null ? null : row.format().price(price));
        QuoteRow.Tick tick = empty || value == null ? QuoteRow.Tick.NONE : value.tick();
        pseudoClassStateChanged(TICK_UP, tick == QuoteRow.Tick.UP);
        pseudoClassStateChanged(TICK_DOWN, tick == QuoteRow.Tick.DOWN);
    }
}
