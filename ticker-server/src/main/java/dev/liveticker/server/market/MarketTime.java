package dev.liveticker.server.market;

import java.time.InstantSource;

/** What time it is in a market, and how much of it is due. Used by the market's thread, but for {@link #clock}. */
sealed interface MarketTime permits WallTime, VirtualTime {

    /** The market's clock; any thread may ask. */
    InstantSource clock();

    /** As {@link MarketSource#standsAlone}. */
    default boolean standsAlone() {
        return this instanceof VirtualTime;
    }

    /** How often to ask what is due, in nanoseconds; positive. */
    long period();

    /** @param market up to when everything has happened, microseconds since the Unix epoch */
    Pace.Due due(long market);

    /** A step was made: everything up to then, in microseconds since the Unix epoch, has happened. */
    void reached(long market);
}
