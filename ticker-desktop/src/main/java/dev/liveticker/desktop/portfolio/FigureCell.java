package dev.liveticker.desktop.portfolio;

import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/** A figure at the right edge; a gain or a loss is coloured by the sign that it shows. */
final class FigureCell<R extends FigureRow> extends TableCell<R, BigDecimal> {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final Figure figure;

    FigureCell(Figure figure) {
        this.figure = figure;
        getStyleClass().add("numeric");
    }

    @Override
    protected void updateItem(BigDecimal value, boolean empty) {
        super.updateItem(value, empty);
        R row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || row == null) {
            setText(null);
            sign(0);
        } else if (value == null) {
            setText(row instanceof PositionRow ? Texts.of("portfolio.absent") : null);
            sign(0);
        } else {
            setText(row.write(figure, value));
            sign(row.sign(figure, value));
        }
    }

    private void sign(int sign) {
        pseudoClassStateChanged(UP, sign > 0);
        pseudoClassStateChanged(DOWN, sign < 0);
    }
}
