package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.server.market.calendar.Stretch;
import java.util.List;

/** One instrument as it lives in the simulation. Times in microseconds since the Unix epoch. Used by one thread. */
interface Ticker {

    /** Its whole quote, session fields included. */
    Quote whole(long time);

    /**
     * Lets happen what is due.
     *
     * @param active a reading of its {@link ActivityClock}; never less than the last time
     * @param time the same moment
     * @param events takes what happened, in order
     */
    void act(long active, long time, List<? super MarketEvent> events);

    /**
     * Its market opens, closes, or goes over into another trading day.
     *
     * @param newDay whether a trading day begins
     * @param events takes what happened, in order
     */
    void enter(Stretch stretch, boolean newDay, long time, List<? super MarketEvent> events);

    /** How much busier than on average people are with it; positive. */
    double liveliness();

    /** The kind of ticker that an instrument needs. */
    static Ticker of(Seed seed, Opening opening, Factors factors) {
        return opening.listing().tradeSize() == null
                ? new IndexTicker(seed, opening, factors)
                : new TradedTicker(seed, opening, opening.listing().tradeSize(), factors);
    }
}
