package dev.liveticker.server.market;

import dev.liveticker.model.Interval;
import dev.liveticker.server.market.calendar.TradingHours;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The fair price of one instrument without book or trades, which is fast enough for years. */
final class FairPriceWalk {

    private FairPriceWalk() {}

    /** Its price after each minute, round the clock. */
    static double[] minutes(long seed, Listing listing, Instant from, int count) {
        Seed chance = new Seed(seed);
        long start = from.toEpochMilli() * 1_000;
        TradingHours hours = TradingHours.of(
                listing.instrument().kind(), listing.instrument().currency(), false);
        Factors factors = new Factors(chance, new Past(false, Interval.ONE_MINUTE.startOf(start)), start);
        RandomGenerator random = chance.stream("walk");
        PriceGrid grid = PriceGrid.of(listing.instrument().tickSize());
        FairPrice fair = new FairPrice(chance, listing, hours, grid.ticks(listing.price()), factors, random);
        ActivityClock clock = new ActivityClock(hours, start);
        double tick = listing.instrument().tickSize().doubleValue();
        double[] prices = new double[count];
        for (int i = 0; i < count; i++) {
            long now = start + (i + 1L) * Interval.ONE_MINUTE.micros();
            factors.advance(now);
            prices[i] = fair.at(clock.to(now), random) * tick;
        }
        return prices;
    }
}
