package dev.liveticker.desktop.indicator;

/** Simple moving average (SMA): the mean of the last {@code period} closes. */
final class MovingAverage implements Study {

    private final SlidingWindow window;

    MovingAverage(int period) {
        window = new SlidingWindow(period);
    }

    @Override
    public void reckon(Bars bars, int from) {
        window.reckon(bars, from);
    }

    @Override
    public int lines() {
        return 1;
    }

    @Override
    public double value(int line, int index) {
        return window.mean(index);
    }
}
