package dev.liveticker.desktop.indicator;

/**
 * Mean and standard deviation of the closes of the last {@code period} bars; of the population, dividing by the period,
 * as J. Bollinger and StockCharts' ChartSchool reckon it.
 *
 * <p>Sums slide from bar to bar, and are taken afresh every {@code period} bars and from the level the price then has:
 * it costs a constant time a bar, and no rounding adds up.
 */
final class SlidingWindow {

    private final int period;
    private final Column means = new Column();
    private final Column deviations = new Column();

    SlidingWindow(int period) {
        this.period = period;
    }

    void reckon(Bars bars, int from) {
        int full = period - 1;
        for (int i = from; i < Math.min(full, bars.size()); i++) {
            means.set(i, Double.NaN);
            deviations.set(i, Double.NaN);
        }
        int wanted = Math.max(from, full);
        double level = 0;
        double sum = 0;
        double squares = 0;
        for (int i = wanted - (wanted - full) % period; i < bars.size(); i++) {
            if ((i - full) % period == 0) {
                level = bars.close(i);
                sum = 0;
                squares = 0;
                for (int k = i - full; k <= i; k++) {
                    double distance = bars.close(k) - level;
                    sum += distance;
                    squares += distance * distance;
                }
            } else {
                double enters = bars.close(i) - level;
                double leaves = bars.close(i - period) - level;
                sum += enters - leaves;
                squares += enters * enters - leaves * leaves;
            }
            if (i >= wanted) {
                double mean = sum / period;
                means.set(i, level + mean);
                deviations.set(i, Math.sqrt(Math.max(0, squares / period - mean * mean)));
            }
        }
    }

    double mean(int index) {
        return means.get(index);
    }

    double deviation(int index) {
        return deviations.get(index);
    }
}
