package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints grid, axes, and the line of the last price with its label. */
final class AxisPainter {

    static final double LABEL_INSET = 8;

    private static final double LABEL_HEIGHT = 18;
    private static final double TICK_DISTANCE = 76;

    private final GraphicsContext g;
    private final Palette palette;
    private final ChartGeometry geometry;
    private final PriceFormat format;

    AxisPainter(GraphicsContext g, Palette palette, ChartGeometry geometry, PriceFormat format) {
        this.g = g;
        this.palette = palette;
        this.geometry = geometry;
        this.format = format;
    }

    /** @param lastPrice whose label will stand on the price axis, so that no other is written below it */
    void paintGrid(BarSeries bars, TimeTicks times, OptionalDouble lastPrice) {
        ChartLayout layout = geometry.layout();
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        for (double price : geometry.prices().lines()) {
            double y = geometry.prices().y(price);
            horizontal(y, palette.grid(), layout.plotWidth());
            boolean covered =
                    lastPrice.isPresent() && Math.abs(geometry.prices().y(lastPrice.getAsDouble()) - y) < LABEL_HEIGHT;
            if (!covered && y > layout.priceTop() + LABEL_HEIGHT / 4) {
                text(format.price(price), layout.plotWidth() + LABEL_INSET, y, palette.text());
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        double leastBars = TICK_DISTANCE / geometry.viewport().barWidth();
        for (TimeTicks.Tick tick : times.ticks(bars, geometry.first(), geometry.last(), leastBars)) {
            double x = geometry.x(tick.index());
            vertical(x, tick.newDay() ? palette.axis() : palette.grid());
            if (x > TICK_DISTANCE / 4 && x < layout.plotWidth() - TICK_DISTANCE / 4) {
                Color colour = tick.newDay() ? palette.strong() : palette.text();
                text(tick.text(), x, (layout.volumeBottom() + layout.height()) / 2, colour);
            }
        }
        horizontal(layout.volumeBottom(), palette.axis(), layout.width());
        rule(layout.plotWidth(), 0, layout.volumeBottom(), palette.axis());
        paintMostVolume();
    }

    void paintLastPrice(OptionalDouble price, Color colour) {
        if (price.isEmpty()) {
            return;
        }
        double y = geometry.prices().y(price.getAsDouble());
        ChartLayout layout = geometry.layout();
        if (y < layout.priceTop() - LABEL_HEIGHT || y > layout.priceBottom() + LABEL_HEIGHT) {
            return;
        }
        double line = geometry.pixels().hairline();
        g.setFill(colour);
        for (double x = 0; x < layout.plotWidth(); x += 6) {
            g.fillRect(x, geometry.pixels().edge(y), Math.min(3, layout.plotWidth() - x), line);
        }
        priceLabel(y, format.price(price.getAsDouble()), colour, palette.onAccent());
    }

    /** A label on the price axis that covers what lies below it. */
    void priceLabel(double y, String text, Color fill, Color onFill) {
        ChartLayout layout = geometry.layout();
        double top = geometry.pixels().edge(Math.clamp(y - LABEL_HEIGHT / 2, 0, layout.height() - LABEL_HEIGHT));
        double left = layout.plotWidth() + geometry.pixels().hairline();
        g.setFill(fill);
        g.fillRoundRect(left, top, layout.gutter() - 3, LABEL_HEIGHT, 4, 4);
        g.setTextAlign(TextAlignment.LEFT);
        text(text, layout.plotWidth() + LABEL_INSET, top + LABEL_HEIGHT / 2, onFill);
    }

    /** A label on the time axis, kept within the canvas. */
    void timeLabel(double x, double width, String text, Color fill, Color onFill) {
        ChartLayout layout = geometry.layout();
        double left = Math.clamp(x - width / 2, 0, Math.max(0, layout.plotWidth() - width));
        double middle = (layout.volumeBottom() + layout.height()) / 2;
        g.setFill(fill);
        g.fillRoundRect(left, middle - LABEL_HEIGHT / 2, width, LABEL_HEIGHT, 4, 4);
        g.setTextAlign(TextAlignment.CENTER);
        text(text, left + width / 2, middle, onFill);
    }

    void horizontal(double y, Color colour, double width) {
        g.setFill(colour);
        g.fillRect(0, geometry.pixels().edge(y), width, geometry.pixels().hairline());
    }

    void vertical(double x, Color colour) {
        rule(x, geometry.layout().priceTop(), geometry.layout().volumeBottom(), colour);
    }

    private void paintMostVolume() {
        if (geometry.mostVolume() > 0) {
            g.setTextAlign(TextAlignment.LEFT);
            String most = Quantity.brief(BigDecimal.valueOf(geometry.mostVolume()));
            ChartLayout layout = geometry.layout();
            text(most, layout.plotWidth() + LABEL_INSET, layout.volumeTop() + LABEL_HEIGHT / 3, palette.text());
        }
    }

    private void rule(double x, double top, double bottom, Color colour) {
        double line = geometry.pixels().hairline();
        g.setFill(colour);
        g.fillRect(geometry.pixels().edge(x - line / 2), top, line, bottom - top);
    }

    private void text(String text, double x, double y, Color colour) {
        g.setFill(colour);
        g.fillText(text, x, y);
    }
}
