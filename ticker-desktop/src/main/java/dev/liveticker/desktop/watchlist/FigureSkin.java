package dev.liveticker.desktop.watchlist;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.skin.TableCellSkin;
import javafx.scene.text.Text;

/**
 * Paints a cell as any other cell is painted, but puts a changed text into its place at once, where the usual skin has
 * the cell, its row and with it the whole table laid out.
 */
final class FigureSkin extends TableCellSkin<QuoteRow, QuoteRow> {

    /** As small as a figure is painted to be whole, of its usual size; a longer one is shortened. */
    private static final double SMALLEST = 0.7;

    private final Text figure = new Text();
    private final Node[] behind;
    private double left;
    private double top;
    private double width;
    private double height;

    FigureSkin(FigureCell cell) {
        super(cell);
        behind = cell.behind();
        for (Node node : behind) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
        figure.setManaged(false);
        figure.getStyleClass().add("text");
        figure.fontProperty().bind(cell.fontProperty());
        figure.fillProperty().bind(cell.textFillProperty());
        var _ = unregisterChangeListeners(cell.textProperty());
        registerChangeListener(cell.textProperty(), ignored -> write());
        getChildren().setAll(behind);
        getChildren().add(figure);
        write();
    }

    @Override
    protected void layoutChildren(double x, double y, double w, double h) {
        left = x;
        top = y;
        width = w;
        height = h;
        for (Node node : behind) {
            node.resizeRelocate(0, 0, getSkinnable().getWidth(), getSkinnable().getHeight());
        }
        write();
    }

    private void write() {
        String text = getSkinnable().getText();
        figure.setText(text == null ? "" : text);
        if (width > 0 && !figure.getText().isEmpty()) {
            place();
        }
    }

    private void place() {
        double taken = figure.getLayoutBounds().getWidth();
        boolean squeezed = taken > width && width >= taken * SMALLEST;
        double size = squeezed ? width / taken : 1;
        figure.setScaleX(size);
        figure.setScaleY(size);
        if (taken > width && !squeezed) {
            shorten(figure.getText());
            taken = Math.min(width, figure.getLayoutBounds().getWidth());
        }
        double free = width - snapSizeX(taken);
        HPos side = getSkinnable().getAlignment().getHpos();
        // It shrinks towards its own middle.
        double before = squeezed || side == HPos.CENTER ? free / 2 : side == HPos.RIGHT ? free : 0;
        double x = left + before;
        double y = top + (height - snapSizeY(figure.getLayoutBounds().getHeight())) / 2;
        // Moved and not laid out elsewhere, or its new place would be the business of the row.
        figure.setTranslateX(snapPositionX(x) - figure.getLayoutBounds().getMinX());
        figure.setTranslateY(snapPositionY(y) - figure.getLayoutBounds().getMinY());
    }

    /** A number without its end is none: dots say that something is missing. */
    private void shorten(String text) {
        String dots = getSkinnable().getEllipsisString();
        int shown = text.length();
        do {
            shown--;
            figure.setText(text.substring(0, shown) + dots);
        } while (shown > 0 && figure.getLayoutBounds().getWidth() > width);
    }
}
