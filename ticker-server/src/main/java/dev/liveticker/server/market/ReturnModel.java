package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/** How a price moves by itself, apart from what it shares with others. Used by one thread. */
interface ReturnModel {

    /** The logarithmic return over the next so many seconds. */
    double next(double seconds, RandomGenerator random);

    /** The model of an instrument that has this {@link Exposure}. */
    static ReturnModel of(Listing listing, Exposure exposure) {
        return new StochasticVolatility(exposure.own() * listing.volatilityPerSecond());
    }
}
