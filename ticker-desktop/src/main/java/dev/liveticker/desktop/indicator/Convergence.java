package dev.liveticker.desktop.indicator;

/**
 * Moving average convergence/divergence (MACD): a fast exponential average of the closes less a slow one; its own
 * exponential average, the signal; and what lies between the two, the histogram. G. Appel, Technical Analysis: Power
 * Tools for Active Investors (2005); each average begins with a simple one, as in StockCharts' ChartSchool.
 */
final class Convergence implements Study {

    static final int MACD = 0;
    static final int SIGNAL = 1;
    static final int HISTOGRAM = 2;

    private final Smoothing fast;
    private final Smoothing slow;
    private final Smoothing signal;
    private final int slowPeriod;

    /** @param fastPeriod less than the slow one */
    Convergence(int fastPeriod, int slowPeriod, int signalPeriod) {
        fast = Smoothing.exponential(fastPeriod);
        slow = Smoothing.exponential(slowPeriod);
        signal = Smoothing.exponential(signalPeriod);
        this.slowPeriod = slowPeriod;
    }

    @Override
    public void reckon(Bars bars, int from) {
        fast.reckon(bars::close, 0, bars.size(), from);
        slow.reckon(bars::close, 0, bars.size(), from);
        signal.reckon(this::difference, slowPeriod - 1, bars.size(), from);
    }

    @Override
    public int lines() {
        return 3;
    }

    @Override
    public double value(int line, int index) {
        return switch (line) {
            case SIGNAL -> signal.value(index);
            case HISTOGRAM -> difference(index) - signal.value(index);
            default -> difference(index);
        };
    }

    private double difference(int index) {
        return fast.value(index) - slow.value(index);
    }
}
