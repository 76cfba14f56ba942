package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/**
 * The logarithm of a volatility that comes and goes on two time scales: the sum of a slow and a fast Ornstein-Uhlenbeck
 * process, which gives clustering with the long memory that markets show (LeBaron 2001, Stochastic volatility as a
 * simple generator of apparent financial power laws and long memory), each stepped by its exact solution (Uhlenbeck and
 * Ornstein 1930; Gillespie 1996). Its mean is 0. Used by one thread.
 */
final class LogVolatility {

    /** It is renewed this often, in nanoseconds of activity. */
    static final long GRID = ActivityClock.SECOND;

    /**
     * @param slow standard deviation of the slow part
     * @param slowDays its memory, in trading days
     * @param fast standard deviation of the fast part
     * @param fastSeconds its memory, in seconds of activity
     */
    record Scales(double slow, double slowDays, double fast, double fastSeconds) {

        /** What all volatilities share. */
        static final Scales COMMON = new Scales(0.3, 5, 0.2, 3_600);

        /** What an instrument has by itself. */
        static final Scales OWN = new Scales(0.3, 3, 0.35, 1_200);

        /** Of what moves currencies or crypto, and of nothing else's. */
        static final Scales FACTOR = new Scales(0.2, 3, 0.2, 1_800);

        /** Of {@link LogVolatility#value}, over all time. */
        double variance() {
            return slow * slow + fast * fast;
        }
    }

    private final Scales scales;
    private final double slowRate;
    private final double fastRate;
    private final double slowKept;
    private final double fastKept;
    private double slow;
    private double fast;

    /**
     * @param secondsADay of activity
     * @param random draws where it starts
     */
    LogVolatility(Scales scales, double secondsADay, RandomGenerator random) {
        this.scales = scales;
        this.slowRate = 1 / (scales.slowDays * secondsADay);
        this.fastRate = 1 / scales.fastSeconds;
        this.slowKept = StrictMath.exp(-slowRate);
        this.fastKept = StrictMath.exp(-fastRate);
        this.slow = scales.slow * random.nextGaussian();
        this.fast = scales.fast * random.nextGaussian();
    }

    /** Moves on; back in time it moves by the same law. */
    void advance(long seconds, RandomGenerator random) {
        double slowPart = seconds == 1 ? slowKept : StrictMath.exp(-slowRate * seconds);
        double fastPart = seconds == 1 ? fastKept : StrictMath.exp(-fastRate * seconds);
        slow = slow * slowPart + scales.slow * Math.sqrt(1 - slowPart * slowPart) * random.nextGaussian();
        fast = fast * fastPart + scales.fast * Math.sqrt(1 - fastPart * fastPart) * random.nextGaussian();
    }

    double value() {
        return slow + fast;
    }
}
