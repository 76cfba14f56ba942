package dev.liveticker.desktop.trade;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Time, price, size and side below each other in every line, and in the line of their names. */
final class TradeLine extends GridPane {

    private static final double[] PER_CENT = {30, 29, 21, 20};
    private static final double[] WITHOUT_SIDE = {44, 32, 24, 0};
    private static final double[] WITHOUT_SIZE = {58, 42, 0, 0};

    /** In widths of the text's height: with less, the side gives way, and with still less the size. */
    private static final double ROOM_FOR_SIDE = 21;

    private static final double ROOM_FOR_SIZE = 15;

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
        widthProperty().subscribe(this::fit);
        time.fontProperty().subscribe(this::fit);
    }

    /** The moment and the price are always whole. */
    private void fit() {
        double room = getWidth() / time.getFont().getSize();
        double[] shares = room >= ROOM_FOR_SIDE ? PER_CENT : room >= ROOM_FOR_SIZE ? WITHOUT_SIDE : WITHOUT_SIZE;
        for (int i = 0; i < shares.length; i++) {
            getColumnConstraints().get(i).setPercentWidth(shares[i]);
        }
        size.setVisible(shares[2] > 0);
        side.setVisible(shares[3] > 0);
    }
}
