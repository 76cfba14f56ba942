package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.PriceFormat;
import java.math.BigDecimal;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The last price. It shows for a moment which way it went: by something behind it that comes and goes, and neither by
 * an animation nor by another style of the cell, which thousands of ticking rows could not pay for.
 */
final class LastCell extends FigureCell {

    private final Region up = tick("tick-up");
    private final Region down = tick("tick-down");
    private @Nullable QuoteRow shownOf;
    private @Nullable PriceFormat shownBy;
    private @Nullable BigDecimal shown;

    LastCell() {
        super(Column.LAST);
    }

    @Override
    Observable source(QuoteRow row) {
        return row.ticked();
    }

    @Override
    Node[] behind() {
        return new Node[] {up, down};
    }

    @Override
    void show(@Nullable QuoteRow row) {
        QuoteRow.Ticked value =
                row == null ? QuoteRow.Ticked.NOTHING : row.ticked().get();
        up.setVisible(value.tick() == QuoteRow.Tick.UP);
        down.setVisible(value.tick() == QuoteRow.Tick.DOWN);
        BigDecimal price = value.last();
        PriceFormat by = row == null ? null : row.format();
        if (row != shownOf || by != shownBy || !Figure.isSame(price, shown)) {
            shownOf = row;
            shownBy = by;
            shown = price;
            setText(row == null || price == null ? null : row.format().price(price));
        }
    }

    private static Region tick(String direction) {
        Region tick = new Region();
        tick.getStyleClass().addAll("tick", direction);
        tick.setVisible(false);
        return tick;
    }
}
