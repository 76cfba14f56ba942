package dev.liveticker.desktop.indicator;

/**
 * Bollinger bands: a simple moving average, and so many standard deviations above and below it. J. Bollinger, Bollinger
 * on Bollinger Bands (2001).
 */
final class BollingerBands implements Study {

    static final int MIDDLE = 0;
    static final int UPPER = 1;
    static final int LOWER = 2;

    private final SlidingWindow window;
    private final double width;

    /** @param width in standard deviations */
    BollingerBands(int period, double width) {
        window = new SlidingWindow(period);
        this.width = width;
    }

    @Override
    public void reckon(Bars bars, int from) {
        window.reckon(bars, from);
    }

    @Override
    public int lines() {
        return 3;
    }

    @Override
    public double value(int line, int index) {
        double reach = width * window.deviation(index);
        return switch (line) {
            case UPPER -> window.mean(index) + reach;
            case LOWER -> window.mean(index) - reach;
            default -> window.mean(index);
        };
    }
}
