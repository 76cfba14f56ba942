package dev.liveticker.desktop.tape;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Symbol, last price, and the change with its arrow. */
final class MiniCell extends ListCell<QuoteLine> {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");

    private final Label symbol = new Label();
    private final Label last = new Label();
    private final Label percent = new Label();
    private final HBox line;

    MiniCell() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        symbol.getStyleClass().add("symbol");
        last.getStyleClass().add("mini-last");
        percent.getStyleClass().add("mini-percent");
        last.setMinWidth(Region.USE_PREF_SIZE);
        symbol.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(symbol, gap, last, percent);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("mini-line");
        // No wider than the list, so that there is never anything to scroll to at the side.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(QuoteLine item, boolean empty) {
        super.updateItem(item, empty);
        show();
    }

    void show() {
        QuoteLine item = getItem();
        if (item == null || isEmpty()) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        symbol.setText(item.symbol().text());
        last.setText(item.last());
        percent.setText(
                switch (item.direction()) {
                    case UP -> "\u25b2 " + item.percent();
                    case DOWN -> "\u25bc " + item.percent();
                    case NONE -> item.percent();
                });
        pseudoClassStateChanged(UP, item.direction() == QuoteLine.Direction.UP);
        pseudoClassStateChanged(DOWN, item.direction() == QuoteLine.Direction.DOWN);
        setAccessibleText(item.spoken());
        if (!line.equals(getGraphic())) {
            setGraphic(line);
        }
    }
}
