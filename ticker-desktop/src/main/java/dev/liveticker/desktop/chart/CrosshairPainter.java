package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** Paints the crosshair and the read-out of the bar under it, on a canvas of its own above the chart. */
final class CrosshairPainter {

    private static final double INSET = 10;
    private static final double GAP = 8;
    private static final double LINE_HEIGHT = 16;
    private static final double TIME_LABEL = 58;

    private final GraphicsContext g;
    private final Palette palette;
    private final ChartGeometry geometry;
    private final PriceFormat format;
    private final TextWidths widths;

    CrosshairPainter(
            GraphicsContext g, Palette palette, ChartGeometry geometry, PriceFormat format, TextWidths widths) {
        this.g = g;
        this.palette = palette;
        this.geometry = geometry;
        this.format = format;
        this.widths = widths;
    }

    /** @param pointer where it is; absent outside of the panes: the read-out is then of the newest bar in view */
    void paint(BarSeries bars, TimeTicks times, @Nullable Point2D pointer) {
        if (geometry.last() < geometry.first()) {
            return;
        }
        int index = pointer == null ? geometry.last() : geometry.barAt(pointer.getX());
        String moment =
                times.moment(bars.get(index).start(), bars.get(bars.size() - 1).start());
        g.setTextBaseline(VPos.CENTER);
        readOut(bars.get(index), moment);
        if (pointer != null) {
            cross(index, pointer.getY(), moment);
        }
    }

    private void cross(int index, double y, String moment) {
        AxisPainter axes = new AxisPainter(g, palette, geometry, format);
        axes.vertical(geometry.x(index), palette.text());
        axes.horizontal(y, palette.text(), geometry.layout().plotWidth());
        double width = Math.max(TIME_LABEL, widths.of(moment) + 2 * AxisPainter.LABEL_INSET);
        axes.timeLabel(geometry.x(index), width, moment, palette.strong(), palette.background());
        if (y >= geometry.layout().priceTop() && y <= geometry.layout().priceBottom()) {
            String price = format.price(geometry.prices().priceAt(y));
            axes.priceLabel(y, price, palette.strong(), palette.background());
        }
    }

    private void readOut(Candle candle, String moment) {
        g.setTextAlign(TextAlignment.LEFT);
        double x = INSET;
        double y = INSET + LINE_HEIGHT / 2 - 2;
        x += part("", moment, x, y);
        for (Part part : parts(candle)) {
            double width = widths.of(part.label()) + 4 + widths.of(part.value());
            if (x + width > geometry.layout().plotWidth()) {
                x = INSET;
                y += LINE_HEIGHT;
            }
            x += part(part.label(), part.value(), x, y);
        }
    }

    private List<Part> parts(Candle candle) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Texts.of("chart.open"), format.price(candle.open())));
        parts.add(new Part(Texts.of("chart.high"), format.price(candle.high())));
        parts.add(new Part(Texts.of("chart.low"), format.price(candle.low())));
        parts.add(new Part(Texts.of("chart.close"), format.price(candle.close())));
        if (geometry.layout().withVolume()) {
            parts.add(new Part(Texts.of("chart.volume"), Quantity.brief(BigDecimal.valueOf(candle.volume()))));
        }
        return parts;
    }

    /**
     * How high the read-out of any bar of a series is: one line, or two where one cannot hold it.
     *
     * @param price the widest there is
     */
    static double readOutHeight(TextWidths widths, String price, double plotWidth) {
        double needed = INSET
                + widths.of("00:00")
                + 4 * (GAP + widths.of(Texts.of("chart.high")) + 4 + widths.of(price))
                + GAP
                + widths.of(Texts.of("chart.volume"))
                + 4
                + widths.of("000.00K");
        return (needed > plotWidth ? 2 : 1) * LINE_HEIGHT + LINE_HEIGHT / 2;
    }

    private record Part(String label, String value) {}

    private double part(String label, String value, double x, double y) {
        double labelWidth = label.isEmpty() ? 0 : widths.of(label) + 4;
        g.setFill(palette.text());
        g.fillText(label, x, y);
        g.setFill(palette.strong());
        g.fillText(value, x + labelWidth, y);
        return labelWidth + widths.of(value) + GAP;
    }
}
