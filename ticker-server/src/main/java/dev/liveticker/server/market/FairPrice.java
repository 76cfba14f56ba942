package dev.liveticker.server.market;

import dev.liveticker.server.market.calendar.TradingHours;
import java.util.random.RandomGenerator;

/** What an instrument is worth at the moment: where it started, moved by its factors and by itself. */
final class FairPrice {

    private final CommonVolatility common;
    private final Factor[] factors;
    private final double[] loadings;
    private final Walk own;
    private final double ownNight;
    private final double most;
    private double ticks;
    private double shared;

    FairPrice(Seed seed, Listing listing, TradingHours hours, long startTicks, Factors market, RandomGenerator random) {
        Exposure exposure = Exposure.of(listing);
        this.common = market.common();
        this.factors = exposure.loadings().stream()
                .map(loading -> market.named(loading.factor()))
                .toArray(Factor[]::new);
        this.loadings = exposure.loadings().stream()
                .mapToDouble(loading -> loading.weight() * listing.dailyVolatility())
                .toArray();
        this.own = new Walk(
                exposure.ownWalk(listing, hours),
                hours.secondsADay(),
                seed.stream(listing.symbol().text() + "/mood"),
                common.atStart(),
                random);
        this.ownNight = exposure.ownNight(listing, hours);
        this.most = PriceGrid.of(listing.instrument().tickSize()).most();
        this.ticks = startTicks;
    }

    /**
     * Moves it on.
     *
     * @param active a reading of the instrument's {@link ActivityClock}; never less than the last time
     * @return the price in ticks, 1 or more, {@link PriceGrid#most} or less, and between ticks as a rule
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

    /** As {@link Walk#liveliness}. */
    double liveliness() {
        return own.liveliness();
    }

    private void grow(double logarithmicReturn) {
        ticks = Math.clamp(ticks * Growth.of(logarithmicReturn), 1, most);
    }
}
