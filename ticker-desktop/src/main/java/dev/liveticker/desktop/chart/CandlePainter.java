package dev.liveticker.desktop.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Paints candles and volume: one column a bar, or one a pixel where bars are narrower than that. */
final class CandlePainter {

    private static final double BODY_SHARE = 0.68;
    private static final double NARROW = 3;
    private static final double VOLUME_OPACITY = 0.5;

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

    void paint(BarSeries bars) {
        g.save();
        g.beginPath();
        g.rect(0, 0, geometry.layout().plotWidth(), geometry.layout().height());
        g.clip();
        if (geometry.viewport().barWidth() >= 1) {
            double width = bodyWidth();
            for (int i = geometry.first(); i <= geometry.last(); i++) {
                column(geometry.x(i), bars.get(i), width);
            }
        } else {
            paintPixelColumns(bars);
        }
        g.restore();
    }

    /** Bars that fall on the same pixel are seen as one. */
    private void paintPixelColumns(BarSeries bars) {
        Candle gathered = null;
        double at = 0;
        for (int i = geometry.first(); i <= geometry.last(); i++) {
            double x = pixels.edge(geometry.x(i));
            Candle candle = bars.get(i);
            if (gathered == null || x != at) {
                if (gathered != null) {
                    column(at, gathered, pixels.hairline());
                }
                gathered = candle;
                at = x;
            } else {
                gathered = gathered.with(candle);
            }
        }
        if (gathered != null) {
            column(at, gathered, pixels.hairline());
        }
    }

    private void column(double x, Candle candle, double width) {
        Color colour = candle.rose() ? palette.up() : palette.down();
        double line = pixels.hairline();
        double left = pixels.edge(x - width / 2);
        double wick = left + (width - line) / 2;
        double high = pixels.edge(geometry.prices().y(candle.high()));
        double low = pixels.edge(geometry.prices().y(candle.low()));
        g.setFill(colour);
        g.fillRect(wick, high, line, Math.max(line, low - high));
        if (width >= NARROW) {
            double top = pixels.edge(geometry.prices().y(Math.max(candle.open(), candle.close())));
            double bottom = pixels.edge(geometry.prices().y(Math.min(candle.open(), candle.close())));
            g.fillRect(left, top, width, Math.max(line, bottom - top));
        }
        double volumeTop = pixels.edge(geometry.volumeY(candle.volume()));
        double volumeBottom = pixels.edge(geometry.layout().volumeBottom());
        if (volumeBottom > volumeTop) {
            g.setGlobalAlpha(VOLUME_OPACITY);
            g.fillRect(left, volumeTop, width, volumeBottom - volumeTop);
            g.setGlobalAlpha(1);
        }
    }

    /** Whole screen pixels, and as many left of the wick as right of it. */
    private double bodyWidth() {
        double barWidth = geometry.viewport().barWidth();
        double line = pixels.hairline();
        if (barWidth < NARROW) {
            return line;
        }
        double side = Math.floor(Math.max(0, barWidth * BODY_SHARE - line) / 2 * pixels.scale()) / pixels.scale();
        return line + 2 * Math.max(side, 1 / pixels.scale());
    }
}
