package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/** The line of the last hours, as wide as its column. Painted anew once a second at most, and only where it is seen. */
final class TrendCell extends TableCell<QuoteRow, Trend> {

    private static final PseudoClass UP = PseudoClass.getPseudoClass("up");
    private static final PseudoClass DOWN = PseudoClass.getPseudoClass("down");
    private static final double MARGIN = 10;

    private final Consumer<QuoteRow> wanted;
    private final Polyline line = new Polyline();
    /** As wide as the cell whatever the line is, so that it stands where it should and not in the middle. */
    private final Pane picture = new Pane(line);

    /** @param wanted told of rows that are looked at */
    TrendCell(Consumer<QuoteRow> wanted) {
        this.wanted = wanted;
        getStyleClass().add("trend");
        line.getStyleClass().add("trend-line");
        line.setManaged(false);
        // Rows are painted anew with each of their ticks: the line, which takes the longest, is put there as it is.
        line.setCache(true);
        picture.prefWidthProperty().bind(widthProperty());
        picture.prefHeightProperty().bind(heightProperty());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable Trend trend, boolean empty) {
        super.updateItem(trend, empty);
        QuoteRow row = getTableRow() == null ? null : getTableRow().getItem();
        if (empty || trend == null || row == null) {
            setGraphic(null);
            return;
        }
        wanted.accept(row);
        setGraphic(picture);
        paint(trend);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Trend trend = getItem();
        if (trend != null && !isEmpty()) {
            paint(trend);
        }
    }

    private void paint(Trend trend) {
        List<Double> points = TrendPath.points(trend, getWidth() - 2 * MARGIN, getHeight() / 2);
        if (!points.equals(line.getPoints())) {
            line.getPoints().setAll(new ArrayList<>(points));
        }
        line.setLayoutX(MARGIN);
        line.setLayoutY((double) Math.round(getHeight() / 4));
        int sign = trend.size() < 2 ? 0 : Double.compare(trend.close(trend.size() - 1), trend.close(0));
        pseudoClassStateChanged(UP, sign > 0);
        pseudoClassStateChanged(DOWN, sign < 0);
        setAccessibleText(
                sign > 0
                        ? Texts.of("watchlist.trend.up")
                        : sign < 0 ? Texts.of("watchlist.trend.down") : Texts.of("watchlist.trend.flat"));
    }
}
