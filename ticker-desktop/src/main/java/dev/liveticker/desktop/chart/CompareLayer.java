package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Texts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * The symbols one compares with, as lines that begin together: each is where the price would be, had it moved in per
 * cent as that symbol did since the first bar in view that all of them have. Belongs to the FX thread.
 */
final class CompareLayer implements ChartLayer {

    private final CompareViewModel model;
    private final ChartViewModel chart;
    private Consumer<OptionalDouble> percentBase = base -> {};
    private OptionalDouble toldBase = OptionalDouble.empty();
    private Start start = new Start(Double.NaN, Map.of());

    /**
     * Where the per cent are reckoned from.
     *
     * @param price of the chart's own symbol at that bar; NaN while nothing is compared
     * @param closes of the others there, or at the first bar in view that they have
     */
    private record Start(double price, Map<Compared, Double> closes) {}

    CompareLayer(CompareViewModel model, ChartViewModel chart) {
        this.model = model;
        this.chart = chart;
    }

    /** Who is told the price that is zero per cent, whenever it changes; empty while nothing is compared. */
    void onPercentBase(Consumer<OptionalDouble> listener) {
        percentBase = listener;
        listener.accept(toldBase);
    }

    @Override
    public long revision() {
        return model.revision();
    }

    @Override
    public int panes() {
        return 0;
    }

    @Override
    public List<Range> range(BarSeries bars, int first, int last) {
        start = startOf(bars, first, last);
        tell(start.closes().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(start.price()));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Compared each : start.closes().keySet()) {
            IntToDoubleFunction line = line(each, bars);
            for (int i = first; i <= last; i++) {
                double price = line.applyAsDouble(i);
                if (!Double.isNaN(price)) {
                    low = Math.min(low, price);
                    high = Math.max(high, price);
                }
            }
        }
        return low > high ? List.of() : List.of(new Range(low, high));
    }

    @Override
    public void paint(GraphicsContext g, Palette palette, Lettering letters, ChartGeometry geometry, BarSeries bars) {
        start = startOf(bars, geometry.first(), geometry.last());
        LinePainter lines = new LinePainter(g, geometry);
        CompareLabels labels = new CompareLabels(g, palette, letters, geometry);
        for (Compared each : start.closes().keySet()) {
            IntToDoubleFunction line = line(each, bars);
            lines.paint(line, geometry.prices()::y, colour(palette, each));
            int newest = newest(line, geometry);
            if (newest >= 0) {
                double price = line.applyAsDouble(newest);
                String text = each.symbol().text() + ' ' + percent(price / start.price());
                labels.add(geometry.prices().y(price), text, colour(palette, each));
            }
        }
        labels.paint();
    }

    @Override
    public void paintPane(
            int pane,
            GraphicsContext g,
            Palette palette,
            Lettering letters,
            ChartGeometry geometry,
            PaneArea area,
            BarSeries bars) {
        // It has none.
    }

    @Override
    public boolean hasReadings(BarSeries bars) {
        return !start.closes().isEmpty() && chart.symbol().get() != null;
    }

    @Override
    public List<Reading> readings(BarSeries bars, int index, Palette palette) {
        List<Reading> readings = new ArrayList<>();
        if (!hasReadings(bars)) {
            return readings;
        }
        String own = percent(bars.close(index) / start.price());
        readings.add(new Reading(chart.symbol().get().text(), own, palette.strong()));
        for (Compared each : start.closes().keySet()) {
            double price = line(each, bars).applyAsDouble(index);
            readings.add(new Reading(
                    each.symbol().text(),
                    Double.isNaN(price) ? Texts.of("figure.absent") : percent(price / start.price()),
                    colour(palette, each)));
        }
        return readings;
    }

    /** The colour of a symbol's line; others than the first ones, which are the indicators'. */
    static Color colour(Palette palette, Compared of) {
        return SeriesColours.of(palette, SeriesColours.count() - 1 - of.slot());
    }

    private Start startOf(BarSeries bars, int first, int last) {
        Map<Compared, Integer> own = new LinkedHashMap<>();
        for (Compared each : model.compared()) {
            int index = firstOf(each, bars, first, last);
            if (index <= last) {
                own.put(each, index);
            }
        }
        if (own.isEmpty()) {
            return new Start(Double.NaN, Map.of());
        }
        int common = first;
        while (common <= last && !allHave(own.keySet(), bars.start(common))) {
            common++;
        }
        Map<Compared, Double> closes = new LinkedHashMap<>();
        for (Map.Entry<Compared, Integer> each : own.entrySet()) {
            int index = common <= last ? common : each.getValue();
            closes.put(each.getKey(), each.getKey().bars().closeAt(bars.start(index)));
        }
        int index = common <= last ? common : own.values().iterator().next();
        return new Start(bars.close(index), closes);
    }

    private static int firstOf(Compared each, BarSeries bars, int first, int last) {
        int index = first;
        while (index <= last && Double.isNaN(each.bars().closeAt(bars.start(index)))) {
            index++;
        }
        return index;
    }

    private static boolean allHave(Iterable<Compared> symbols, long barStart) {
        for (Compared each : symbols) {
            if (Double.isNaN(each.bars().closeAt(barStart))) {
                return false;
            }
        }
        return true;
    }

    private IntToDoubleFunction line(Compared each, BarSeries bars) {
        double scale = start.price() / start.closes().getOrDefault(each, Double.NaN);
        return i -> each.bars().closeAt(bars.start(i)) * scale;
    }

    private static int newest(IntToDoubleFunction line, ChartGeometry geometry) {
        int index = geometry.last();
        while (index >= geometry.first() && Double.isNaN(line.applyAsDouble(index))) {
            index--;
        }
        return index < geometry.first() ? -1 : index;
    }

    private void tell(OptionalDouble base) {
        if (!base.equals(toldBase)) {
            toldBase = base;
            percentBase.accept(base);
        }
    }

    /** Such as {@code +1.25%}, of a price against another. */
    static String percent(double ratio) {
        double percent = (ratio - 1) * 100;
        if (!Double.isFinite(percent)) {
            return Texts.of("figure.absent");
        }
        return PriceFormat.signedPercent(BigDecimal.valueOf(percent));
    }
}
