package dev.liveticker.desktop.chart;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Paints one value a bar as a line, which ends where there is none. Bars that fall on the same pixel become one upright
 * stroke, so that the number of strokes is that of the pixels and not of the bars.
 */
final class LinePainter {

    private static final double WIDTH = 1.4;
    private static final double LEAST_STUB = 1.5;

    private final GraphicsContext g;
    private final ChartGeometry geometry;
    private final double barWidth;
    private double[] xs = new double[512];
    private double[] ys = new double[512];
    private int points;

    LinePainter(GraphicsContext g, ChartGeometry geometry) {
        this.g = g;
        this.geometry = geometry;
        this.barWidth = geometry.viewport().barWidth();
    }

    /**
     * Paints the bars in view, and as far beyond as a line that leaves it needs.
     *
     * @param values NaN where there is none
     * @param y where a value is
     */
    void paint(IntToDoubleFunction values, DoubleUnaryOperator y, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(WIDTH);
        int first = Math.max(0, geometry.first() - 1);
        int last = Math.min(geometry.count() - 1, geometry.last() + 1);
        points = 0;
        if (barWidth >= 1) {
            eachBar(values, y, first, last);
        } else {
            eachPixel(values, y, first, last);
        }
        end();
    }

    private void eachBar(IntToDoubleFunction values, DoubleUnaryOperator y, int first, int last) {
        for (int i = first; i <= last; i++) {
            double at = y.applyAsDouble(values.applyAsDouble(i));
            if (Double.isFinite(at)) {
                add(geometry.x(i), at);
            } else {
                end();
            }
        }
    }

    private void eachPixel(IntToDoubleFunction values, DoubleUnaryOperator y, int first, int last) {
        double pixel = Double.NaN;
        double top = 0;
        double bottom = 0;
        double leaves = 0;
        for (int i = first; i <= last; i++) {
            double at = y.applyAsDouble(values.applyAsDouble(i));
            double x = Math.floor(geometry.x(i));
            if (!Double.isFinite(at)) {
                column(pixel, top, bottom, leaves);
                pixel = Double.NaN;
                end();
            } else if (x == pixel) {
                top = Math.min(top, at);
                bottom = Math.max(bottom, at);
                leaves = at;
            } else {
                column(pixel, top, bottom, leaves);
                add(x, at);
                pixel = x;
                top = at;
                bottom = at;
                leaves = at;
            }
        }
        column(pixel, top, bottom, leaves);
    }

    private void column(double pixel, double top, double bottom, double leaves) {
        if (!Double.isNaN(pixel) && bottom > top) {
            add(pixel, top);
            add(pixel, bottom);
            add(pixel, leaves);
        }
    }

    private void add(double x, double y) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, points * 2);
            ys = Arrays.copyOf(ys, points * 2);
        }
        xs[points] = x;
        ys[points] = y;
        points++;
    }

    private void end() {
        if (points == 1) {
            // A value that stands alone is no line, but it is there.
            double half = Math.max(LEAST_STUB, barWidth * 0.3);
            g.strokeLine(xs[0] - half, ys[0], xs[0] + half, ys[0]);
        } else if (points > 1) {
            g.strokePolyline(xs, ys, points);
        }
        points = 0;
    }
}
