package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.TextLengths;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Paints everything there is on the chart, in its order. Belongs to the FX thread. */
final class ChartPicture {

    private static final String WIDEST_PERCENT = "+0,000.00%";

    private final ChartViewModel model;
    private final List<ChartLayer> layers;
    private final Lettering letters;
    private final TimeTicks times;

    ChartPicture(ChartViewModel model, List<ChartLayer> layers, Lettering letters, TimeTicks times) {
        this.model = model;
        this.layers = layers;
        this.letters = letters;
        this.times = times;
    }

    /** What the picture is painted with, and on what. */
    record Canvas(double width, double height, PixelGrid pixels, Palette palette, Color line) {}

    /** Paints all but what goes with the pointer. */
    ChartGeometry paint(GraphicsContext g, Canvas canvas) {
        g.clearRect(0, 0, canvas.width(), canvas.height());
        g.setFont(letters.font());
        BarSeries bars = model.bars();
        ChartGeometry geometry = ChartGeometry.of(
                bars, model.viewport(), layout(canvas), model.lastPrice(), model.scale(), layers, canvas.pixels());
        if (bars.isEmpty()) {
            return geometry;
        }
        AxisPainter axes = new AxisPainter(g, canvas.palette(), geometry, words(), letters);
        double leastBars = letters.tickDistance(geometry.layout().plotWidth())
                / geometry.viewport().barWidth();
        axes.paintGrid(times.ticks(bars, geometry.first(), geometry.last(), leastBars), model.lastPrice());
        ChartLayout layout = geometry.layout();
        clipped(
                g,
                geometry.pixels(),
                layout.volumeTop(),
                layout.plotWidth(),
                layout.volumeBottom(),
                () -> new VolumePainter(g, canvas.palette(), geometry).paint(bars));
        double floor = layout.withVolume() ? layout.volumeTop() : layout.volumeBottom();
        clipped(
                g,
                geometry.pixels(),
                layout.priceTop(),
                layout.plotWidth(),
                floor,
                () -> paintBars(g, canvas, geometry));
        for (ChartLayer layer : layers) {
            clipped(
                    g,
                    geometry.pixels(),
                    layout.priceTop(),
                    layout.plotWidth(),
                    floor,
                    () -> layer.paint(g, canvas.palette(), letters, geometry, bars));
        }
        paintPanes(g, canvas.palette(), geometry);
        g.setFont(letters.font());
        axes.paintLastPrice(model.lastPrice(), lastColour(canvas.palette()));
        return geometry;
    }

    /**
     * Paints crosshair and read-out.
     *
     * @param pointer where it is; absent outside of the panes: the read-out is then of the newest bar in view
     */
    void paintOverlay(GraphicsContext g, ChartGeometry geometry, Palette palette, @Nullable Point2D pointer) {
        ChartLayout layout = geometry.layout();
        g.clearRect(0, 0, layout.width(), layout.height());
        g.setFont(letters.font());
        BarSeries bars = model.bars();
        if (geometry.last() < geometry.first() || bars.size() != geometry.count()) {
            return;
        }
        int index = pointer == null ? geometry.last() : geometry.barAt(pointer.getX());
        String moment = times.moment(bars.start(index), bars.start(bars.size() - 1));
        List<ChartLayer.Reading> readings = layers.stream()
                .flatMap(layer -> layer.readings(bars, index, palette).stream())
                .toList();
        new ReadOut(letters, model.format(), palette, layout.plotWidth(), layout.height(), geometry.pixels())
                .paint(g, bars.get(index), moment, layout.withVolume(), readings);
        if (pointer != null) {
            new CrosshairPainter(g, palette, geometry, words(), letters).paint(index, moment, pointer);
        }
    }

    private ChartLayout layout(Canvas canvas) {
        BarSeries bars = model.bars();
        // Of the whole series and not of what is in view, so that what is measured by it stays while one pans.
        double highest = Math.max(bars.highest(), model.lastPrice().orElse(0));
        TextLengths widths = letters.widths();
        double widest = Math.max(
                widths.of(model.format().price(highest)),
                widths.of(model.format().price(bars.lowest())));
        if (model.percentBase().isPresent()) {
            widest = Math.max(widest, widths.of(WIDEST_PERCENT));
        }
        double gutter = Math.max(letters.leastGutter(), widest + 2 * letters.labelInset());
        boolean withReadings = !bars.isEmpty() && layers.stream().anyMatch(layer -> layer.hasReadings(bars));
        double readOut = new ReadOut(
                        letters,
                        model.format(),
                        canvas.palette(),
                        canvas.width() - gutter,
                        canvas.height(),
                        canvas.pixels())
                .height(usualMoment(bars), highest, bars.hasVolume(), withReadings);
        int panes = layers.stream().mapToInt(ChartLayer::panes).sum();
        return new ChartLayout(
                canvas.width(), canvas.height(), gutter, readOut, bars.hasVolume(), panes, letters.scale());
    }

    private String usualMoment(BarSeries bars) {
        long newest = bars.isEmpty() ? 0 : bars.start(bars.size() - 1);
        return times.moment(newest, newest);
    }

    private void paintBars(GraphicsContext g, Canvas canvas, ChartGeometry geometry) {
        BarSeries bars = model.bars();
        switch (model.preferences().get().kind()) {
            case CANDLES -> new CandlePainter(g, canvas.palette(), geometry).paintCandles(bars);
            case BARS -> new CandlePainter(g, canvas.palette(), geometry).paintBars(bars);
            case LINE -> new ClosePainter(g, canvas.line(), geometry).paintLine(bars);
            case AREA -> new ClosePainter(g, canvas.line(), geometry).paintArea(bars);
        }
    }

    private void paintPanes(GraphicsContext g, Palette palette, ChartGeometry geometry) {
        List<PaneArea> areas = geometry.layout().panes();
        int next = 0;
        for (ChartLayer layer : layers) {
            for (int pane = 0; pane < layer.panes() && next < areas.size(); pane++) {
                int mine = pane;
                PaneArea area = areas.get(next++);
                clipped(
                        g,
                        geometry.pixels(),
                        area.top(),
                        geometry.layout().width(),
                        area.bottom(),
                        () -> layer.paintPane(mine, g, palette, letters, geometry, area, model.bars()));
            }
        }
    }

    /** Clipped to whole pixels: anything else is painted through a mask, which is slow and takes over opacity. */
    private static void clipped(
            GraphicsContext g, PixelGrid pixels, double top, double width, double bottom, Runnable paint) {
        double from = pixels.edge(top);
        g.save();
        g.beginPath();
        g.rect(0, from, pixels.edge(width), pixels.edge(bottom) - from);
        g.clip();
        paint.run();
        g.restore();
    }

    private AxisText words() {
        return new AxisText(model.format(), model.percentBase());
    }

    private Color lastColour(Palette palette) {
        BarSeries bars = model.bars();
        OptionalDouble last = model.lastPrice();
        if (!model.live().get() || bars.isEmpty() || last.isEmpty()) {
            return palette.text();
        }
        return last.getAsDouble() >= bars.open(bars.size() - 1) ? palette.up() : palette.down();
    }
}
