package dev.liveticker.server.market;

import dev.liveticker.server.market.calendar.TradingHours;
import java.util.random.RandomGenerator;

/** What an instrument is worth at the moment: where it started, moved by its factors and by itself. */
final class FairPrice {

    private static final double CALMEST = 0.25;
    private static final double LIVELIEST = 4;

    private final CommonVolatility common;
    private final Factor[] factors;
    private final double[] loadings;
    private final Walk own;
    private final double ownNight;
    private final double meanExcitement;
    private double ticks;
    private double shared;

    FairPrice(Seed seed, Listing listing, TradingHours hours, long startTicks, Factors market, RandomGenerator random) {
        Exposure exposure = Exposure.of(listing);
        Walk.Kind kind = exposure.ownWalk(listing, hours);
        this.common = market.common();
        this.factors = exposure.loadings().stream()
                .map(loading -> market.named(loading.factor()))
                .toArray(Factor[]::new);
        this.loadings = exposure.loadings().stream()
                .mapToDouble(loading -> loading.weight() * listing.dailyVolatility())
                .toArray();
        this.own = new Walk(
                kind,
                hours.secondsADay(),
                seed.stream(listing.symbol().text() + "/mood"),
                common.atStart(),
                random);
        this.ownNight = exposure.ownNight(listing, hours);
        this.meanExcitement = StrictMath.exp(-kind.volatilityVariance() / 2);
        this.ticks = startTicks;
    }

    /**
     * Moves it on.
     *
     * @param active a reading of the instrument's {@link ActivityClock}; never less than the last time
     * @return the price in ticks, 1 or more and between ticks as a rule
     */
    double at(long active, RandomGenerator random) {
        double level = 0;
        for (int i = 0; i < factors.length; i++) {
            level += loadings[i] * factors[i].level();
        }
        grow(level - shared + own.until(active, common.value(), random));
        shared = level;
        return ticks;
    }

    /** Moves it by what comes over a night besides the factors' moves. */
    void sleep(RandomGenerator random) {
        if (ownNight > 0) {
            grow(ownNight * random.nextGaussian());
        }
    }

    /** Its present volatility in relation to the long run's. */
    double excitement() {
        return own.excitement();
    }

    /**
     * How much busier than on average people are with it. Volume and volatility go together, because both follow the news
     * (Clark 1973; Karpoff 1987, The relation between price changes and trading volume).
     */
    double liveliness() {
        return Math.clamp(own.excitement() / meanExcitement, CALMEST, LIVELIEST);
    }

    private void grow(double logarithmicReturn) {
        ticks = Math.max(1, ticks * Growth.of(logarithmicReturn));
    }
}
