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

    /** Of a symbol, in widths of the text's height: a longer one may be shortened. */
    private static final double LEAST_SYMBOL = 5;

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
        line = new HBox(symbol, gap, last, percent);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("mini-line");
        // No wider than the list, so that there is never anything to scroll to at the side.
        setPrefWidth(0);
        widthProperty().subscribe(this::fit);
        symbol.fontProperty().subscribe(this::fit);
    }

    /** In a very narrow window the change gives way, and the price is whole. */
    private void fit() {
        double least =
                Math.min(symbol.prefWidth(-1), LEAST_SYMBOL * symbol.getFont().getSize());
        symbol.setMinWidth(least);
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - 3 * line.getSpacing();
        boolean fits = least + last.prefWidth(-1) + percent.prefWidth(-1) <= room;
        percent.setManaged(fits);
        percent.setVisible(fits);
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
        fit();
    }
}
