package dev.liveticker.desktop.indicator;

import java.util.function.IntToDoubleFunction;

/**
 * Exponential smoothing: each value goes a share of the way from the one before to the new input. The first is the
 * plain mean of the first {@code period} inputs, as with Wilder and in StockCharts' ChartSchool.
 */
final class Smoothing {

    private final int period;
    private final double share;
    private final Column values = new Column();

    private Smoothing(int period, double share) {
        this.period = period;
        this.share = share;
    }

    /** With the share of an exponential moving average: 2 / (period + 1). */
    static Smoothing exponential(int period) {
        return new Smoothing(period, 2.0 / (period + 1));
    }

    /** With Wilder's share: 1 / period. */
    static Smoothing wilder(int period) {
        return new Smoothing(period, 1.0 / period);
    }

    /**
     * Reckons from an index on.
     *
     * @param firstInput the first index that has an input
     * @param size where the inputs end
     */
    void reckon(IntToDoubleFunction input, int firstInput, int size, int from) {
        int first = firstInput + period - 1;
        for (int i = from; i < size; i++) {
            if (i < first) {
                values.set(i, Double.NaN);
            } else if (i == first) {
                double sum = 0;
                for (int k = firstInput; k <= first; k++) {
                    sum += input.applyAsDouble(k);
                }
                values.set(i, sum / period);
            } else {
                double before = values.get(i - 1);
                values.set(i, before + share * (input.applyAsDouble(i) - before));
            }
        }
    }

    double value(int index) {
        return values.get(index);
    }
}
