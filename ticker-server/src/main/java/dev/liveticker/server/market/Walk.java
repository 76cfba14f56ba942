package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/**
 * A random walk whose volatility comes and goes and which jumps now and then. On average over all time, a trading day
 * of it has the variance it was made for, jumps included. Back in time it moves by the same law. Used by one thread.
 */
final class Walk {

    private static final double CALMEST = 0.25;
    private static final double LIVELIEST = 4;

    private final LogVolatility volatility;
    private final double commonWeight;
    private final double centre;
    private final double meanExcitement;
    private final double perRootNano;
    private final Jumps jumps;
    private double excitement;
    private long asOf;
    private long renewed;

    /**
     * What kind of walk it is.
     *
     * @param deviation of a trading day's move, logarithmic
     * @param scales how its volatility moves by itself
     * @param commonWeight how far it follows the volatility that all share: 1 fully, 0 not
     * @param jumpsPerDay how often it jumps
     * @param jumpShare what share of its variance jumps make
     */
    record Kind(
            double deviation, LogVolatility.Scales scales, double commonWeight, double jumpsPerDay, double jumpShare) {

        double volatilityVariance() {
            return scales.variance() + commonWeight * commonWeight * LogVolatility.Scales.COMMON.variance();
        }
    }

    /**
     * @param state draws the volatility it starts with
     * @param common the volatility that all share, at its start
     * @param random for its first jump
     */
    Walk(Kind kind, double secondsADay, RandomGenerator state, double common, RandomGenerator random) {
        this.volatility = new LogVolatility(kind.scales, secondsADay, state);
        this.commonWeight = kind.commonWeight;
        this.centre = kind.volatilityVariance();
        this.meanExcitement = StrictMath.exp(-centre / 2);
        this.perRootNano = kind.deviation * Math.sqrt((1 - kind.jumpShare) / (secondsADay * ActivityClock.SECOND));
        this.jumps = new Jumps(kind.jumpsPerDay, kind.deviation * Math.sqrt(kind.jumpShare), secondsADay, random);
        renew(common);
    }

    /**
     * Its move up to this reading of the {@link ActivityClock}, since the last call.
     *
     * @param common the logarithm of the volatility that all share at the moment
     */
    double until(long active, double common, RandomGenerator random) {
        long due = (active - renewed) / LogVolatility.GRID;
        if (due > 0) {
            volatility.advance(due, random);
            renewed += due * LogVolatility.GRID;
            renew(common);
        }
        double move = perRootNano * excitement * Math.sqrt((double) (active - asOf)) * random.nextGaussian();
        asOf = active;
        return move + jumps.until(active, random);
    }

    /** Its present volatility in relation to the long run's; its mean square is 1. */
    double excitement() {
        return excitement;
    }

    /**
     * How much busier than on average people are with it: 1 on average. Volume and volatility go together, because both
     * follow the news (Clark 1973; Karpoff 1987, The relation between price changes and trading volume).
     */
    double liveliness() {
        return Math.clamp(excitement / meanExcitement, CALMEST, LIVELIEST);
    }

    private void renew(double common) {
        // Where X is normal with variance v, the mean of exp(2 (X - v)) is 1.
        excitement = StrictMath.exp(volatility.value() + commonWeight * common - centre);
    }
}
