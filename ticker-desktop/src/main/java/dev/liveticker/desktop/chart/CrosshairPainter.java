package dev.liveticker.desktop.chart;

import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;

/** Paints the crosshair with the price and the moment at it, on a canvas of its own above the chart. */
final class CrosshairPainter {

    private final Palette palette;
    private final ChartGeometry geometry;
    private final AxisPainter axes;
    private final AxisText words;
    private final Lettering letters;

    CrosshairPainter(GraphicsContext g, Palette palette, ChartGeometry geometry, AxisText words, Lettering letters) {
        this.palette = palette;
        this.geometry = geometry;
        this.axes = new AxisPainter(g, palette, geometry, words, letters);
        this.words = words;
        this.letters = letters;
    }

    /**
     * @param index of the bar it is on
     * @param moment of that bar
     */
    void paint(int index, String moment, Point2D pointer) {
        double y = pointer.getY();
        ChartLayout layout = geometry.layout();
        axes.vertical(geometry.x(index), palette.text());
        axes.horizontal(y, palette.text(), layout.plotWidth());
        double width = letters.widths().of(moment) + 2 * letters.labelInset();
        axes.timeLabel(geometry.x(index), width, moment, palette.strong(), palette.background());
        if (y >= layout.priceTop() && y <= layout.priceBottom()) {
            axes.priceLabel(y, words.of(geometry.prices().priceAt(y)), palette.strong(), palette.background());
        }
    }
}
