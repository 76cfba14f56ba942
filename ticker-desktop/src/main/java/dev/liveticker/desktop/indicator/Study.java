package dev.liveticker.desktop.indicator;

/**
 * One indicator reckoned over bars: one or more lines with a value for each bar. What a bar's value needs of the bars
 * before it is kept bar by bar, so that reckoning again from any bar on gives the same as reckoning everything. For one
 * thread.
 */
public sealed interface Study
        permits MovingAverage, ExponentialAverage, BollingerBands, SessionAverage, RelativeStrength, Convergence {

    /** Reckons from a bar on; the values before it must be those of the same bars. */
    void reckon(Bars bars, int from);

    /** How many lines it has; 1 or more. */
    int lines();

    /** The value of a line at a bar that was reckoned; NaN where there is none, as while it warms up. */
    double value(int line, int index);
}
