package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Quantity;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Writes what there is to say of one bar across the top of the chart: its prices, and the readings of layers below. */
final class ReadOut {

    private static final double INSET = 10;
    private static final double GAP = 8;
    private static final double LABEL_GAP = 4;
    private static final double VEIL = 0.72;

    /** Of the canvas' height, so that there is a chart below it. */
    private static final double MOST_SHARE = 0.2;

    /** What of a bar is left out last where there is too little room: its moment, its close, then the others. */
    private static final int[] BY_WORTH = {0, 4, 2, 3, 1, 5};

    private final Lettering letters;
    private final PriceFormat format;
    private final Palette palette;
    private final double plotWidth;
    private final int mostLines;
    private final PixelGrid pixels;

    /**
     * @param plotWidth without the price axis
     * @param height of the whole canvas
     */
    ReadOut(Lettering letters, PriceFormat format, Palette palette, double plotWidth, double height, PixelGrid pixels) {
        this.letters = letters;
        this.format = format;
        this.palette = palette;
        this.plotWidth = plotWidth;
        this.mostLines = Math.max(1, (int) (height * MOST_SHARE / letters.lineHeight()));
        this.pixels = pixels;
    }

    /** A name and a value, or a value alone. */
    private record Part(String label, String value, Color colour) {}

    /** Room for it above the prices. Readings of layers that need more than one line are written over the prices. */
    double height(String usualMoment, double widestPrice, boolean withVolume, boolean withReadings) {
        Candle widest = new Candle(0, widestPrice, widestPrice, widestPrice, widestPrice, 100_000);
        int lines = lines(bar(widest, usualMoment, withVolume)).size() + (withReadings ? 1 : 0);
        return lines * letters.lineHeight() + letters.lineHeight() / 2;
    }

    void paint(GraphicsContext g, Candle candle, String moment, boolean withVolume, List<ChartLayer.Reading> readings) {
        List<List<Part>> lines = new ArrayList<>(lines(bar(candle, moment, withVolume)));
        lines.addAll(lines(readings.stream()
                .map(reading -> new Part(reading.name(), reading.value(), reading.colour()))
                .toList()));
        g.setTextAlign(TextAlignment.LEFT);
        double y = INSET + letters.lineHeight() / 2 - 2;
        for (List<Part> line : lines) {
            veil(g, line, y);
            double x = INSET;
            for (Part part : line) {
                x += part(g, part, x, y) + gap();
            }
            y += letters.lineHeight();
        }
    }

    /** What is painted below stays to be seen, and the text to be read. */
    private void veil(GraphicsContext g, List<Part> line, double y) {
        double width = line.stream().mapToDouble(part -> width(part) + gap()).sum();
        g.setFill(palette.background());
        g.setGlobalAlpha(VEIL);
        g.fillRect(INSET - 2, y - letters.lineHeight() / 2, width, letters.lineHeight());
        g.setGlobalAlpha(1);
    }

    private List<Part> bar(Candle candle, String moment, boolean withVolume) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("", moment, palette.strong()));
        parts.add(new Part(Texts.of("chart.open"), format.price(candle.open()), palette.strong()));
        parts.add(new Part(Texts.of("chart.high"), format.price(candle.high()), palette.strong()));
        parts.add(new Part(Texts.of("chart.low"), format.price(candle.low()), palette.strong()));
        parts.add(new Part(Texts.of("chart.close"), format.price(candle.close()), palette.strong()));
        if (withVolume) {
            String volume = Quantity.brief(BigDecimal.valueOf(candle.volume()));
            parts.add(new Part(Texts.of("chart.volume"), volume, palette.strong()));
        }
        return fitting(parts);
    }

    private List<Part> fitting(List<Part> parts) {
        BitSet kept = new BitSet();
        for (int part : BY_WORTH) {
            if (part < parts.size()) {
                kept.set(part);
                if (lines(chosen(parts, kept)).size() > mostLines) {
                    kept.clear(part);
                }
            }
        }
        return chosen(parts, kept);
    }

    private static List<Part> chosen(List<Part> parts, BitSet kept) {
        return kept.stream().mapToObj(parts::get).toList();
    }

    /** As many on a line as there is room for. */
    private List<List<Part>> lines(List<Part> parts) {
        List<List<Part>> lines = new ArrayList<>();
        double x = plotWidth;
        for (Part part : parts) {
            double width = width(part);
            if (x + width > plotWidth) {
                lines.add(new ArrayList<>());
                x = INSET;
            }
            lines.getLast().add(part);
            x += width + gap();
        }
        return lines;
    }

    private double part(GraphicsContext g, Part part, double x, double y) {
        g.setFill(palette.text());
        MiddledText.write(g, pixels, part.label(), x, y);
        g.setFill(part.colour());
        MiddledText.write(g, pixels, part.value(), x + labelWidth(part), y);
        return width(part);
    }

    private double width(Part part) {
        return labelWidth(part) + letters.widths().of(part.value());
    }

    private double labelWidth(Part part) {
        return part.label().isEmpty() ? 0 : letters.widths().of(part.label()) + LABEL_GAP * letters.scale();
    }

    private double gap() {
        return GAP * letters.scale();
    }
}
