package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/**
 * Normal returns whose volatility itself comes and goes: its logarithm is an Ornstein-Uhlenbeck process, stepped by its
 * exact solution (Uhlenbeck and Ornstein 1930), and centred so that the mean variance is the given one.
 */
final class StochasticVolatility implements ReturnModel {

    /** Standard deviation of the volatility's logarithm: a calm hour has about half the volatility of a wild one. */
    private static final double SCATTER = 0.35;

    /** How long a calm or wild spell lasts. */
    private static final double MEMORY_SECONDS = 900;

    private final double volatility;
    private double mood;

    /** @param volatility per square root of a second */
    StochasticVolatility(double volatility) {
        this.volatility = volatility;
    }

    @Override
    public double next(double seconds, RandomGenerator random) {
        double kept = StrictMath.exp(-seconds / MEMORY_SECONDS);
        mood = mood * kept + SCATTER * Math.sqrt(1 - kept * kept) * random.nextGaussian();
        double present = volatility * StrictMath.exp(mood - SCATTER * SCATTER);
        return present * Math.sqrt(seconds) * random.nextGaussian();
    }
}
