package dev.liveticker.desktop.chart;

import javafx.scene.canvas.GraphicsContext;

/** Paints candles, or bars with ticks: one column a bar, or one a pixel where bars are narrower than that. */
final class CandlePainter {

    private static final double BODY_SHARE = 0.68;
    private static final double NARROW = 3;

    private final GraphicsContext g;
    private final Palette palette;
    private final ChartGeometry geometry;
    private final PixelGrid pixels;

    CandlePainter(GraphicsContext g, Palette palette, ChartGeometry geometry) {
        this.g = g;
        this.palette = palette;
        this.geometry = geometry;
        this.pixels = geometry.pixels();
    }

    void paintCandles(BarSeries bars) {
        double width = bodyWidth(geometry);
        BarColumns columns = new BarColumns(bars, geometry);
        while (columns.next()) {
            double left = left(columns, width);
            g.setFill(columns.rose() ? palette.up() : palette.down());
            stick(columns, left, width);
            if (width >= NARROW) {
                body(columns, left, width);
            }
        }
    }

    void paintBars(BarSeries bars) {
        double width = bodyWidth(geometry);
        double line = pixels.hairline();
        double side = (width - line) / 2;
        BarColumns columns = new BarColumns(bars, geometry);
        while (columns.next()) {
            double left = left(columns, width);
            g.setFill(columns.rose() ? palette.up() : palette.down());
            stick(columns, left, width);
            if (width >= NARROW) {
                g.fillRect(left, pixels.edge(geometry.prices().y(columns.open())), side, line);
                g.fillRect(left + side + line, pixels.edge(geometry.prices().y(columns.close())), side, line);
            }
        }
    }

    /** Whole screen pixels, and as many left of the middle as right of it. */
    static double bodyWidth(ChartGeometry geometry) {
        double barWidth = geometry.viewport().barWidth();
        PixelGrid pixels = geometry.pixels();
        double line = pixels.hairline();
        if (barWidth < NARROW) {
            return line;
        }
        double side = Math.floor(Math.max(0, barWidth * BODY_SHARE - line) / 2 * pixels.scale()) / pixels.scale();
        return line + 2 * Math.max(side, 1 / pixels.scale());
    }

    private double left(BarColumns columns, double width) {
        return columns.narrow() ? columns.x() : pixels.edge(columns.x() - width / 2);
    }

    private void stick(BarColumns columns, double left, double width) {
        double line = pixels.hairline();
        double high = pixels.edge(geometry.prices().y(columns.high()));
        double low = pixels.edge(geometry.prices().y(columns.low()));
        g.fillRect(left + (width - line) / 2, high, line, Math.max(line, low - high));
    }

    private void body(BarColumns columns, double left, double width) {
        double top = pixels.edge(geometry.prices().y(Math.max(columns.open(), columns.close())));
        double bottom = pixels.edge(geometry.prices().y(Math.min(columns.open(), columns.close())));
        g.fillRect(left, top, width, Math.max(pixels.hairline(), bottom - top));
    }
}
