package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/** What an instrument is worth at the moment: where it started, moved by its factors and by itself. */
final class FairPrice {

    private static final double MICROS_A_SECOND = 1e6;

    private final ReturnModel model;
    private final Factor[] factors;
    private final double[] loadings;
    private double logTicks;
    private double shared;
    private long asOf;

    FairPrice(Listing listing, long startTicks, Factors factors) {
        Exposure exposure = Exposure.of(listing);
        this.model = ReturnModel.of(listing, exposure);
        this.factors = exposure.loadings().stream()
                .map(loading -> factors.named(loading.factor()))
                .toArray(Factor[]::new);
        this.loadings = exposure.loadings().stream()
                .mapToDouble(loading -> loading.weight() * listing.volatilityPerSecond())
                .toArray();
        this.logTicks = StrictMath.log((double) startTicks);
    }

    /**
     * Moves it on.
     *
     * @param elapsed market time since the start in microseconds; never less than the last time
     * @return the price in ticks, 1 or more and between ticks as a rule
     */
    double at(long elapsed, RandomGenerator random) {
        double level = 0;
        for (int i = 0; i < factors.length; i++) {
            level += loadings[i] * factors[i].level();
        }
        logTicks += level - shared + model.next((elapsed - asOf) / MICROS_A_SECOND, random);
        shared = level;
        asOf = elapsed;
        logTicks = Math.max(0, logTicks);
        return StrictMath.exp(logTicks);
    }
}
