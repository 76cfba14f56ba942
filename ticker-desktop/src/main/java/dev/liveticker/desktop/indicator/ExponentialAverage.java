package dev.liveticker.desktop.indicator;

/**
 * Exponential moving average (EMA) of the closes, begun with their simple average: StockCharts' ChartSchool, "Moving
 * Averages".
 */
final class ExponentialAverage implements Study {

    private final Smoothing closes;

    ExponentialAverage(int period) {
        closes = Smoothing.exponential(period);
    }

    @Override
    public void reckon(Bars bars, int from) {
        closes.reckon(bars::close, 0, bars.size(), from);
    }

    @Override
    public int lines() {
        return 1;
    }

    @Override
    public double value(int line, int index) {
        return closes.value(index);
    }
}
