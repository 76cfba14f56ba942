package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.Indicator;
import dev.liveticker.desktop.indicator.Reckoning;
import dev.liveticker.desktop.indicator.TradingDay;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The chosen indicators: those of prices on the prices, the others in panes of their own. Belongs to the FX thread. */
final class IndicatorLayer implements ChartLayer {

    /** A line far from the prices widens their axis by no more than this share of what they take themselves. */
    private static final double FARTHEST = 0.5;

    /** A MACD is a small part of a price: it has more decimals than the price. */
    private static final int MORE_DECIMALS = 2;

    private static final int SIGNAL_COLOUR = 0;

    private static final double BAND_OPACITY = 0.75;

    private final IndicatorsViewModel model;
    private final Supplier<PriceFormat> format;
    private final Supplier<TradingDay> day;
    private final Supplier<Interval> interval;
    private final Reckoning reckoning = new Reckoning();
    private final PriceFormat strengthFormat = PriceFormat.of(1);
    private final PriceFormat markFormat = PriceFormat.of(0);
    private @Nullable Chosen chosen;
    private int first;
    private int last = -1;

    private record Chosen(long revision, TradingDay day, boolean intraday) {}

    /**
     * @param format how prices are written
     * @param day of the symbol shown
     * @param interval of the bars shown
     */
    IndicatorLayer(
            IndicatorsViewModel model,
            Supplier<PriceFormat> format,
            Supplier<TradingDay> day,
            Supplier<Interval> interval) {
        this.model = model;
        this.format = format;
        this.day = day;
        this.interval = interval;
    }

    /** What was reckoned of the bars, brought up to date. */
    Reckoning reckon(BarSeries bars) {
        Chosen wanted = new Chosen(model.revision(), day.get(), interval.get() != Interval.ONE_DAY);
        if (!wanted.equals(chosen)) {
            reckoning.choose(model.choices().get(), wanted.day(), wanted.intraday());
            chosen = wanted;
        }
        reckoning.update(bars);
        return reckoning;
    }

    @Override
    public long revision() {
        return model.revision();
    }

    @Override
    public int panes() {
        return (int) Arrays.stream(Indicator.values())
                .filter(indicator ->
                        indicator.isApart() && model.choices().get().isOn(indicator))
                .count();
    }

    /** The first bar in view when it was painted last. */
    int first() {
        return first;
    }

    /** The last bar in view when it was painted last; below {@link #first} if none was. */
    int last() {
        return last;
    }

    @Override
    public List<Range> range(BarSeries bars, int from, int to) {
        reckon(bars);
        first = from;
        last = to;
        if (reckoning.plots().isEmpty()) {
            return List.of();
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = first; i <= last; i++) {
            low = Math.min(low, bars.low(i));
            high = Math.max(high, bars.high(i));
            for (Reckoning.Plot plot : reckoning.plots()) {
                for (int line = 0;
                        !plot.indicator().isApart() && line < plot.study().lines();
                        line++) {
                    double value = plot.study().value(line, i);
                    if (!Double.isNaN(value)) {
                        lowest = Math.min(lowest, value);
                        highest = Math.max(highest, value);
                    }
                }
            }
        }
        if (lowest > highest) {
            return List.of();
        }
        double farthest = (high - low) * FARTHEST;
        Range range = new Range(Math.max(lowest, low - farthest), Math.min(highest, high + farthest));
        // All lines may lie farther away than that.
        return range.low() > range.high() ? List.of() : List.of(range);
    }

    @Override
    public void paint(GraphicsContext g, Palette palette, Lettering letters, ChartGeometry geometry, BarSeries bars) {
        reckon(bars);
        LinePainter lines = new LinePainter(g, geometry);
        for (Reckoning.Plot plot : reckoning.plots()) {
            for (int line = 0;
                    !plot.indicator().isApart() && line < plot.study().lines();
                    line++) {
                int its = line;
                Color colour = colour(palette, plot);
                lines.paint(
                        i -> plot.study().value(its, i),
                        geometry.prices()::y,
                        line == 0 ? colour : colour.deriveColor(0, 1, 1, BAND_OPACITY));
            }
        }
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
        refresh(bars);
        List<Reckoning.Plot> apart = reckoning.plots().stream()
                .filter(plot -> plot.indicator().isApart())
                .toList();
        if (pane >= apart.size()) {
            return;
        }
        Reckoning.Plot plot = apart.get(pane);
        if (plot.indicator() == Indicator.RSI) {
            IndicatorPane.strength(g, palette, letters, geometry, area, plot, colour(palette, plot), markFormat::price);
        } else {
            PriceFormat fine = fine();
            IndicatorPane.convergence(
                    g,
                    palette,
                    letters,
                    geometry,
                    area,
                    plot,
                    colour(palette, plot),
                    SeriesColours.of(palette, SIGNAL_COLOUR),
                    fine::price);
        }
    }

    @Override
    public boolean hasReadings(BarSeries bars) {
        refresh(bars);
        return !reckoning.plots().isEmpty();
    }

    @Override
    public List<Reading> readings(BarSeries bars, int index, Palette palette) {
        refresh(bars);
        List<Reading> readings = new ArrayList<>();
        for (Reckoning.Plot plot : reckoning.plots()) {
            readings.add(new Reading(plot.title(), values(plot, index), colour(palette, plot)));
        }
        return readings;
    }

    /** The price axis was asked for with the same bars before, unless something is amiss. */
    private void refresh(BarSeries bars) {
        if (chosen == null || chosen.revision() != model.revision() || reckoning.size() != bars.size()) {
            reckon(bars);
        }
    }

    private String values(Reckoning.Plot plot, int index) {
        PriceFormat format = formatOf(plot.indicator());
        DoubleFunction<String> written = value -> Double.isNaN(value) ? Texts.of("figure.absent") : format.price(value);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < plot.study().lines(); line++) {
            text.append(line == 0 ? "" : "  ").append(written.apply(plot.study().value(line, index)));
        }
        return text.toString();
    }

    private PriceFormat formatOf(Indicator indicator) {
        return switch (indicator) {
            case SMA, EMA, BOLLINGER, VWAP -> format.get();
            case RSI -> strengthFormat;
            case MACD -> fine();
        };
    }

    private PriceFormat fine() {
        return PriceFormat.of(format.get().decimals() + MORE_DECIMALS);
    }

    private static Color colour(Palette palette, Reckoning.Plot plot) {
        return colour(palette, plot.indicator());
    }

    static Color colour(Palette palette, Indicator indicator) {
        int index = switch (indicator) {
            case SMA -> 0;
            case EMA -> 1;
            case BOLLINGER -> 2;
            case VWAP -> 3;
            case RSI -> 4;
            case MACD -> 5;
        };
        return SeriesColours.of(palette, index);
    }
}
