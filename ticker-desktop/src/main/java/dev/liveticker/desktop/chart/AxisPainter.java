package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Paints grid, axes, and the line of the last price with its label. */
final class AxisPainter {

    /** Free room beside a label of usual size. */
    static final double LABEL_INSET = 8;

    private final GraphicsContext g;
    private final Palette palette;
    private final ChartGeometry geometry;
    private final AxisText words;
    private final Lettering letters;

    AxisPainter(GraphicsContext g, Palette palette, ChartGeometry geometry, AxisText words, Lettering letters) {
        this.g = g;
        this.palette = palette;
        this.geometry = geometry;
        this.words = words;
        this.letters = letters;
    }

    /** @param lastPrice whose label will stand on the price axis, so that no other is written below it */
    void paintGrid(List<TimeTicks.Tick> ticks, OptionalDouble lastPrice) {
        ChartLayout layout = geometry.layout();
        g.setTextAlign(TextAlignment.LEFT);
        double height = letters.labelHeight();
        for (double price : geometry.prices().lines()) {
            double y = geometry.prices().y(price);
            horizontal(y, palette.grid(), layout.plotWidth());
            boolean covered =
                    lastPrice.isPresent() && Math.abs(geometry.prices().y(lastPrice.getAsDouble()) - y) < height;
            if (!covered && y > layout.priceTop() + height / 4) {
                text(words.of(price), layout.plotWidth() + letters.labelInset(), y, palette.text());
            }
        }
        paintTicks(ticks);
        for (PaneArea pane : layout.panes()) {
            horizontal(pane.top(), palette.axis(), layout.width());
        }
        horizontal(layout.plotBottom(), palette.axis(), layout.width());
        rule(layout.plotWidth(), 0, layout.plotBottom(), palette.axis());
        paintMostVolume();
    }

    void paintLastPrice(OptionalDouble price, Color colour) {
        if (price.isEmpty()) {
            return;
        }
        double y = geometry.prices().y(price.getAsDouble());
        ChartLayout layout = geometry.layout();
        double height = letters.labelHeight();
        if (y < layout.priceTop() - height || y > layout.priceBottom() + height) {
            return;
        }
        double line = geometry.pixels().hairline();
        g.setFill(colour);
        for (double x = 0; x < layout.plotWidth(); x += 6) {
            g.fillRect(x, geometry.pixels().edge(y), Math.min(3, layout.plotWidth() - x), line);
        }
        priceLabel(y, words.of(price.getAsDouble()), colour, palette.onAccent());
    }

    /** A label on the price axis that covers what lies below it. */
    void priceLabel(double y, String text, Color fill, Color onFill) {
        ChartLayout layout = geometry.layout();
        double height = letters.labelHeight();
        double top = geometry.pixels().edge(Math.clamp(y - height / 2, 0, Math.max(0, layout.height() - height)));
        double left = layout.plotWidth() + geometry.pixels().hairline();
        g.setFill(fill);
        g.fillRoundRect(left, top, layout.gutter() - 3, height, 4, 4);
        g.setTextAlign(TextAlignment.LEFT);
        text(text, layout.plotWidth() + letters.labelInset(), top + height / 2, onFill);
    }

    /** A label on the time axis, kept within the canvas. */
    void timeLabel(double x, double width, String text, Color fill, Color onFill) {
        ChartLayout layout = geometry.layout();
        double left = Math.clamp(x - width / 2, 0, Math.max(0, layout.plotWidth() - width));
        double height = letters.labelHeight();
        double middle = (layout.plotBottom() + layout.height()) / 2;
        g.setFill(fill);
        g.fillRoundRect(left, middle - height / 2, width, height, 4, 4);
        g.setTextAlign(TextAlignment.CENTER);
        text(text, left + width / 2, middle, onFill);
    }

    void horizontal(double y, Color colour, double width) {
        g.setFill(colour);
        g.fillRect(0, geometry.pixels().edge(y), width, geometry.pixels().hairline());
    }

    void vertical(double x, Color colour) {
        rule(x, geometry.layout().priceTop(), geometry.layout().plotBottom(), colour);
    }

    private void paintTicks(List<TimeTicks.Tick> ticks) {
        ChartLayout layout = geometry.layout();
        g.setTextAlign(TextAlignment.CENTER);
        double edge = letters.tickDistance(layout.plotWidth()) / 4;
        for (TimeTicks.Tick tick : ticks) {
            double x = geometry.x(tick.index());
            vertical(x, tick.strong() ? palette.axis() : palette.grid());
            if (x > edge && x < layout.plotWidth() - edge) {
                Color colour = tick.strong() ? palette.strong() : palette.text();
                text(tick.text(), x, (layout.plotBottom() + layout.height()) / 2, colour);
            }
        }
    }

    private void paintMostVolume() {
        ChartLayout layout = geometry.layout();
        if (geometry.mostVolume() > 0 && layout.volumeBottom() - layout.volumeTop() > letters.labelHeight()) {
            g.setTextAlign(TextAlignment.LEFT);
            String most = Quantity.brief(BigDecimal.valueOf(geometry.mostVolume()));
            double y = layout.volumeTop() + letters.labelHeight() / 3;
            text(most, layout.plotWidth() + letters.labelInset(), y, palette.text());
        }
    }

    private void rule(double x, double top, double bottom, Color colour) {
        double line = geometry.pixels().hairline();
        g.setFill(colour);
        g.fillRect(geometry.pixels().edge(x - line / 2), top, line, bottom - top);
    }

    private void text(String text, double x, double y, Color colour) {
        g.setFill(colour);
        MiddledText.write(g, geometry.pixels(), text, x, y);
    }
}
