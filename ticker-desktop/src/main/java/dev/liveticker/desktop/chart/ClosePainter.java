package dev.liveticker.desktop.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;

/** Paints a line through the closes, and the area below it. */
final class ClosePainter {

    private static final double THICKNESS = 1.5;
    private static final double OPACITY = 0.16;

    private final GraphicsContext g;
    private final Color colour;
    private final ChartGeometry geometry;
    private double endsAt;

    ClosePainter(GraphicsContext g, Color colour, ChartGeometry geometry) {
        this.g = g;
        this.colour = colour;
        this.geometry = geometry;
    }

    void paintLine(BarSeries bars) {
        g.setStroke(colour);
        g.setLineWidth(THICKNESS);
        g.setLineJoin(StrokeLineJoin.ROUND);
        trace(bars);
        g.stroke();
    }

    void paintArea(BarSeries bars) {
        double floor = geometry.layout().priceBottom();
        trace(bars);
        g.lineTo(endsAt, floor);
        g.lineTo(geometry.x(geometry.first()), floor);
        g.closePath();
        g.setFill(colour.deriveColor(0, 1, 1, OPACITY));
        g.fill();
        paintLine(bars);
    }

    private void trace(BarSeries bars) {
        g.beginPath();
        BarColumns columns = new BarColumns(bars, geometry);
        boolean first = true;
        while (columns.next()) {
            double half = columns.narrow() ? geometry.pixels().hairline() / 2 : 0;
            double x = columns.x() + half;
            if (first) {
                g.moveTo(x, geometry.prices().y(columns.close()));
                first = false;
            }
            if (columns.narrow()) {
                g.lineTo(x, geometry.prices().y(columns.highestClose()));
                g.lineTo(x, geometry.prices().y(columns.lowestClose()));
            }
            g.lineTo(x, geometry.prices().y(columns.close()));
            endsAt = x;
        }
    }
}
