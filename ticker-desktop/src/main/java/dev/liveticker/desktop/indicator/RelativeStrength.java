package dev.liveticker.desktop.indicator;

/**
 * Relative strength index (RSI), 0 to 100: J. W. Wilder, New Concepts in Technical Trading Systems (1978). The average
 * gain's share of average gain and average loss together, which is Wilder's 100 − 100 / (1 + RS) without its division
 * by zero; 50 where nothing moved at all, of which he says nothing.
 */
final class RelativeStrength implements Study {

    private static final double NEITHER = 50;

    private final Smoothing gains;
    private final Smoothing losses;

    RelativeStrength(int period) {
        gains = Smoothing.wilder(period);
        losses = Smoothing.wilder(period);
    }

    @Override
    public void reckon(Bars bars, int from) {
        gains.reckon(i -> Math.max(0, bars.close(i) - bars.close(i - 1)), 1, bars.size(), from);
        losses.reckon(i -> Math.max(0, bars.close(i - 1) - bars.close(i)), 1, bars.size(), from);
    }

    @Override
    public int lines() {
        return 1;
    }

    @Override
    public double value(int line, int index) {
        double gain = gains.value(index);
        double both = gain + losses.value(index);
        return both == 0 ? NEITHER : 100 * gain / both;
    }
}
