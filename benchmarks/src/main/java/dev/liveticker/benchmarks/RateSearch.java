package dev.liveticker.benchmarks;

import dev.liveticker.benchmarks.load.LoadResult;
import java.io.IOException;

/**
 * Looks for the rate at which a contender delivers most while its p99 stays within the limit: doubles while that helps,
 * halves while even the first is too much, then looks twice between the best and its faster neighbour.
 */
final class RateSearch {

    /** The p99 that counts as sustained, milliseconds. */
    static final double LIMIT_MILLIS = 100;

    private static final int MAX_STEPS = 8;
    private static final int MAX_RATE = 2_000_000;

    /** A doubled rate that delivers less than this much more is no gain. */
    private static final double GAIN = 1.1;

    /** Runs a contender at a rate for a short while. */
    interface Trial {
        LoadResult at(int rate) throws IOException;
    }

    private final Trial trial;
    private int bestRate;
    private double bestDelivered;

    private RateSearch(Trial trial) {
        this.trial = trial;
    }

    /** The best rate, or the lowest tried if none was sustained. */
    static int best(int start, Trial trial) throws IOException {
        return new RateSearch(trial).search(start);
    }

    private int search(int start) throws IOException {
        int rate = start;
        if (improves(rate)) {
            for (int i = 0; i < MAX_STEPS && rate <= MAX_RATE / 2; i++) {
                rate *= 2;
                if (!improves(rate)) {
                    break;
                }
            }
        } else {
            for (int i = 0; i < MAX_STEPS && bestRate == 0 && rate > 1; i++) {
                rate /= 2;
                improves(rate);
            }
            if (bestRate == 0) {
                return rate;
            }
        }
        int found = bestRate;
        for (double factor : new double[] {1.5, bestRate == found ? 1.25 : 1.75}) {
            improves(Math.max(found + 1, (int) (found * factor)));
        }
        return bestRate;
    }

    private boolean improves(int rate) throws IOException {
        LoadResult result = trial.at(rate);
        if (!sustained(result) || result.deliveredPerSecond() <= bestDelivered) {
            return false;
        }
        boolean gains = result.deliveredPerSecond() > bestDelivered * GAIN;
        bestDelivered = result.deliveredPerSecond();
        bestRate = rate;
        return gains;
    }

    static boolean sustained(LoadResult result) {
        return result.delivered() > 0 && result.p99Millis() <= LIMIT_MILLIS && result.disconnects() == 0;
    }
}
