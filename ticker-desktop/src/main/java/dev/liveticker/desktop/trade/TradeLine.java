package dev.liveticker.desktop.trade;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Time, price, size and side below each other in every line, and in the line of their names. */
final class TradeLine extends GridPane {

    private static final double[] PER_CENT = {30, 29, 21, 20};

    final Label time = new Label();
    final Label price = new Label();
    final Label size = new Label();
    final Label side = new Label();

    TradeLine() {
        getStyleClass().add("trade-line");
        for (int i = 0; i < PER_CENT.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(PER_CENT[i]);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            getColumnConstraints().add(column);
        }
        addRow(0, time, price, size, side);
        time.getStyleClass().add("trade-time");
        price.getStyleClass().add("trade-price");
        size.getStyleClass().add("trade-size");
        side.getStyleClass().add("trade-side");
    }
}
