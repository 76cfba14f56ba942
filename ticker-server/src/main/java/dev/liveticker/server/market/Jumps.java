package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/**
 * Sudden moves, as news makes them: a compound Poisson process (Merton 1976, Option pricing when underlying stock
 * returns are discontinuous) whose sizes are double exponential (Kou 2002, A jump-diffusion model for option pricing),
 * as likely up as down. Jumps make 5 to 7 % of the variance, as they do in stocks (Huang and Tauchen 2005). Used by one
 * thread.
 */
final class Jumps {

    private final double meanPause;
    private final double meanSize;
    private double due;

    /**
     * @param perDay how many there are on average in a trading day
     * @param deviation how much they move a price in a day, as a standard deviation
     * @param secondsADay of activity
     */
    Jumps(double perDay, double deviation, double secondsADay, RandomGenerator random) {
        this.meanPause = ActivityClock.SECOND * secondsADay / perDay;
        // An exponential size of mean m has the mean square 2 m².
        this.meanSize = deviation / Math.sqrt(2 * perDay);
        this.due = meanPause * random.nextExponential();
    }

    /** All jumps up to this reading of the {@link ActivityClock}, as one logarithmic return; mostly 0. */
    double until(long active, RandomGenerator random) {
        double sum = 0;
        while (due <= active) {
            due += meanPause * random.nextExponential();
            double size = meanSize * random.nextExponential();
            sum += random.nextBoolean() ? size : -size;
        }
        return sum;
    }
}
