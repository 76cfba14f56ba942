package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.indicator.BarTable;
import dev.liveticker.desktop.indicator.Reckoning;
import dev.liveticker.desktop.indicator.TradingDay;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the chart shows besides its bars: indicators, and symbols to compare with. Belongs to the FX thread. */
public final class Studies {

    private final ChartViewModel chart;
    private final IndicatorsViewModel indicators;
    private final CompareViewModel compare;
    private final Function<Symbol, Optional<Instrument>> instruments;
    private final IndicatorLayer indicatorLayer;
    private final CompareLayer compareLayer;

    /**
     * @param instruments what is known of a symbol, for its trading day
     * @param interval of the chart's bars
     */
    public Studies(
            ChartViewModel chart,
            IndicatorsViewModel indicators,
            CompareViewModel compare,
            Function<Symbol, Optional<Instrument>> instruments,
            Supplier<Interval> interval) {
        this.chart = chart;
        this.indicators = indicators;
        this.compare = compare;
        this.instruments = instruments;
        indicatorLayer = new IndicatorLayer(indicators, chart::format, this::day, interval);
        compareLayer = new CompareLayer(compare, chart);
    }

    public IndicatorsViewModel indicators() {
        return indicators;
    }

    public CompareViewModel compare() {
        return compare;
    }

    /** From the back to the front. */
    List<ChartLayer> layers() {
        return List.of(indicatorLayer, compareLayer);
    }

    /** Has this told the price that is zero per cent while something is compared; empty while nothing is. */
    void onPercentBase(Consumer<OptionalDouble> listener) {
        compareLayer.onPercentBase(listener);
    }

    /**
     * The bars and what was reckoned of them, as a table.
     *
     * @param all every bar there is, or only those in view
     */
    BarTable table(boolean all) {
        BarSeries bars = chart.bars();
        Reckoning reckoning = indicatorLayer.reckon(bars);
        int first = all ? 0 : Math.min(indicatorLayer.first(), bars.size());
        int end = all ? bars.size() : Math.clamp(indicatorLayer.last() + 1L, first, bars.size());
        return new BarTable(bars, reckoning, first, end, chart.format().decimals());
    }

    private TradingDay day() {
        Symbol shown = chart.symbol().get();
        return TradingDay.of(shown == null ? null : instruments.apply(shown).orElse(null));
    }
}
