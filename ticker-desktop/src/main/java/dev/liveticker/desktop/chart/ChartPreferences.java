package dev.liveticker.desktop.chart;

import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;

/**
 * How a person likes charts.
 *
 * @param logarithmic whether equal shares, and not equal amounts, are equally high
 * @param compared the symbols that whatever is shown is compared with; each once, at most {@link CompareViewModel#MOST}
 */
public record ChartPreferences(ChartKind kind, Interval interval, boolean logarithmic, List<Symbol> compared) {

    public ChartPreferences {
        compared = compared.stream().distinct().limit(CompareViewModel.MOST).toList();
    }

    static ChartPreferences defaults() {
        return new ChartPreferences(ChartKind.CANDLES, Interval.ONE_MINUTE, false, List.of());
    }

    ChartPreferences withKind(ChartKind newKind) {
        return new ChartPreferences(newKind, interval, logarithmic, compared);
    }

    ChartPreferences withInterval(Interval newInterval) {
        return new ChartPreferences(kind, newInterval, logarithmic, compared);
    }

    ChartPreferences withLogarithmic(boolean newLogarithmic) {
        return new ChartPreferences(kind, interval, newLogarithmic, compared);
    }

    ChartPreferences withCompared(List<Symbol> newCompared) {
        return new ChartPreferences(kind, interval, logarithmic, newCompared);
    }
}
