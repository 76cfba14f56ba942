package dev.liveticker.desktop.chart;

import dev.liveticker.model.Interval;

/**
 * How a person likes charts.
 *
 * @param logarithmic whether equal shares, and not equal amounts, are equally high
 */
public record ChartPreferences(ChartKind kind, Interval interval, boolean logarithmic) {

    static ChartPreferences defaults() {
        return new ChartPreferences(ChartKind.CANDLES, Interval.ONE_MINUTE, false);
    }

    ChartPreferences withKind(ChartKind newKind) {
        return new ChartPreferences(newKind, interval, logarithmic);
    }

    ChartPreferences withInterval(Interval newInterval) {
        return new ChartPreferences(kind, newInterval, logarithmic);
    }

    ChartPreferences withLogarithmic(boolean newLogarithmic) {
        return new ChartPreferences(kind, interval, newLogarithmic);
    }
}
