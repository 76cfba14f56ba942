package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import java.util.List;

/** One instrument as it lives in the simulation. Used by one thread. */
interface Ticker {

    /** Its whole quote, session fields included; time in microseconds since the Unix epoch. */
    Quote whole(long time);

    /**
     * Lets happen what is due.
     *
     * @param elapsed market time since the start in microseconds; never less than the last time
     * @param time the same moment in microseconds since the Unix epoch
     * @param events takes what happened, in order
     */
    void act(long elapsed, long time, List<? super MarketEvent> events);

    /** The kind of ticker that an instrument needs. */
    static Ticker of(Seed seed, Listing listing, Factors factors) {
        return listing.tradeSize() == null
                ? new IndexTicker(seed, listing, factors)
                : new TradedTicker(seed, listing, listing.tradeSize(), factors);
    }
}
