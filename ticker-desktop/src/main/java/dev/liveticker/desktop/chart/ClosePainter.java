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
    private double beginsAt;
    private double endsAt;

    ClosePainter(GraphicsContext g, Color colour, ChartGeometry geometry) {
        this.g = g;
        this.colour = colour;
        this.geometry = geometry;
    }

    void paintLine(BarSeries bars) {
        if (new BarColumns(bars, geometry).narrow()) {
            paintUprights(bars);
            return;
        }
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
        g.lineTo(beginsAt, floor);
        g.closePath();
        g.setFill(colour.deriveColor(0, 1, 1, OPACITY));
        g.fill();
        paintLine(bars);
    }

    /** A stroke a pixel, each as far as the one before: so many are cheaper than a path. */
    private void paintUprights(BarSeries bars) {
        g.setFill(colour);
        BarColumns columns = new BarColumns(bars, geometry);
        double before = Double.NaN;
        while (columns.next()) {
            double highest = Double.isNaN(before) ? columns.highestClose() : Math.max(before, columns.highestClose());
            double lowest = Double.isNaN(before) ? columns.lowestClose() : Math.min(before, columns.lowestClose());
            double top = geometry.prices().y(highest) - THICKNESS / 2;
            double height = geometry.prices().y(lowest) + THICKNESS / 2 - top;
            g.fillRect(columns.x(), top, geometry.pixels().hairline(), height);
            before = columns.close();
        }
    }

    /** From the bar before those in view to the one after them, so that the line does not end before the edge. */
    private void trace(BarSeries bars) {
        g.beginPath();
        int before = Math.max(0, geometry.first() - 1);
        beginsAt = geometry.x(before);
        g.moveTo(beginsAt, geometry.prices().y(bars.close(before)));
        BarColumns columns = new BarColumns(bars, geometry);
        while (columns.next()) {
            double x = columns.x() + (columns.narrow() ? geometry.pixels().hairline() / 2 : 0);
            g.lineTo(x, geometry.prices().y(columns.close()));
        }
        int after = Math.min(geometry.count() - 1, geometry.last() + 1);
        endsAt = geometry.x(after);
        g.lineTo(endsAt, geometry.prices().y(bars.close(after)));
    }
}
