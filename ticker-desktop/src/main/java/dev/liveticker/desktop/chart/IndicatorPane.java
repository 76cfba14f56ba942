package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.Reckoning;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints an indicator whose values are no prices in a pane of its own: its scale, its lines and their marks. */
final class IndicatorPane {

    private static final double PADDING = 0.08;
    private static final double INSET = 10;
    private static final double BAR_SHARE = 0.68;
    private static final double OPACITY = 0.55;
    /** So that a line at 0 or at 100 is seen in all its thickness. */
    private static final double EDGE = 4;

    private static final double OVERSOLD = 30;
    private static final double OVERBOUGHT = 70;
    private static final int HISTOGRAM = 2;

    private final GraphicsContext g;
    private final Palette palette;
    private final Lettering letters;
    private final ChartGeometry geometry;
    private final PaneArea area;
    private final double low;
    private final double high;

    private IndicatorPane(
            GraphicsContext g,
            Palette palette,
            Lettering letters,
            ChartGeometry geometry,
            PaneArea area,
            double low,
            double high) {
        this.g = g;
        this.palette = palette;
        this.letters = letters;
        this.geometry = geometry;
        this.area = area;
        this.low = low;
        this.high = high;
    }

    /** From 0 to 100, with lines at 30 and 70, where Wilder's RSI is said to be oversold and overbought. */
    static void strength(
            GraphicsContext g,
            Palette palette,
            Lettering letters,
            ChartGeometry geometry,
            PaneArea area,
            Reckoning.Plot plot,
            Color colour,
            DoubleFunction<String> format) {
        IndicatorPane pane = new IndicatorPane(g, palette, letters, geometry, area, -EDGE, 100 + EDGE);
        pane.frame(plot.title());
        pane.mark(OVERSOLD, format);
        pane.mark(OVERBOUGHT, format);
        new LinePainter(g, geometry).paint(i -> plot.study().value(0, i), pane::y, colour);
    }

    /** About zero, as high and low as what is in view; the histogram in the colours of up and down. */
    static void convergence(
            GraphicsContext g,
            Palette palette,
            Lettering letters,
            ChartGeometry geometry,
            PaneArea area,
            Reckoning.Plot plot,
            Color colour,
            Color signal,
            DoubleFunction<String> format) {
        double most = 0;
        for (int i = geometry.first(); i <= geometry.last(); i++) {
            for (int line = 0; line < plot.study().lines(); line++) {
                double value = Math.abs(plot.study().value(line, i));
                most = value > most ? value : most;
            }
        }
        double reach = most == 0 ? 1 : most * (1 + 2 * PADDING);
        IndicatorPane pane = new IndicatorPane(g, palette, letters, geometry, area, -reach, reach);
        pane.frame(plot.title());
        pane.mark(0, format);
        if (most > 0) {
            double step = PriceScale.niceStep(most / 2);
            pane.mark(step, format);
            pane.mark(-step, format);
        }
        pane.histogram(plot);
        LinePainter lines = new LinePainter(g, geometry);
        lines.paint(i -> plot.study().value(0, i), pane::y, colour);
        lines.paint(i -> plot.study().value(1, i), pane::y, signal);
    }

    private double y(double value) {
        return area.bottom() - (value - low) / (high - low) * (area.bottom() - area.top());
    }

    private void frame(String title) {
        g.setFill(palette.axis());
        g.fillRect(
                0,
                geometry.pixels().edge(area.top()),
                geometry.layout().width(),
                geometry.pixels().hairline());
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(palette.text());
        MiddledText.write(
                g,
                geometry.pixels(),
                title,
                INSET,
                area.top() + INSET / 2 + letters.font().getSize() / 2);
    }

    private void mark(double value, DoubleFunction<String> format) {
        double y = y(value);
        g.setFill(palette.grid());
        g.fillRect(
                0,
                geometry.pixels().edge(y),
                geometry.layout().plotWidth(),
                geometry.pixels().hairline());
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(palette.text());
        MiddledText.write(
                g, geometry.pixels(), format.apply(value), geometry.layout().plotWidth() + letters.labelInset(), y);
    }

    /** One column a bar, or the farthest from zero where several fall on one pixel. */
    private void histogram(Reckoning.Plot plot) {
        double width = geometry.pixels().length(geometry.viewport().barWidth() * BAR_SHARE);
        double pixel = Double.NaN;
        double farthest = 0;
        g.save();
        g.setGlobalAlpha(OPACITY);
        for (int i = geometry.first(); i <= geometry.last(); i++) {
            double value = plot.study().value(HISTOGRAM, i);
            double x = geometry.pixels().edge(geometry.x(i) - width / 2);
            if (x == pixel) {
                farthest = Math.abs(value) > Math.abs(farthest) ? value : farthest;
            } else {
                column(pixel, width, farthest);
                pixel = x;
                farthest = value;
            }
        }
        column(pixel, width, farthest);
        g.restore();
    }

    private void column(double x, double width, double value) {
        if (Double.isNaN(x) || Double.isNaN(value) || value == 0) {
            return;
        }
        g.setFill(value > 0 ? palette.up() : palette.down());
        double top = geometry.pixels().edge(Math.min(y(0), y(value)));
        double bottom = geometry.pixels().edge(Math.max(y(0), y(value)));
        g.fillRect(x, top, width, Math.max(geometry.pixels().hairline(), bottom - top));
    }
}
