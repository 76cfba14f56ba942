package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/**
 * When an instrument trades. Trades come in bursts: each makes the next likelier for a few seconds (a self-exciting
 * process, Hawkes 1971, looked at whenever the quote is due to change).
 */
final class TradeArrivals {

    /** Of a hundred changes of the quote, how many are trades on average. */
    static final double SHARE = 0.22;

    private static final double EXCITED = 0.4;
    private static final double MEMORY_SECONDS = 3;
    private static final double MOST = 0.9;

    private final double jump;
    private double heat = EXCITED;
    private long asOf;

    TradeArrivals(double quotesPerSecond) {
        // Keeps the heat at EXCITED on average, however busy the instrument is.
        this.jump = EXCITED / (SHARE * quotesPerSecond * MEMORY_SECONDS);
    }

    /**
     * Whether there is a trade now.
     *
     * @param active a reading of the {@link ActivityClock}; never less than the last time
     * @param liveliness how much faster than on average it is looked at; the memory is as much shorter
     */
    boolean next(long active, double liveliness, RandomGenerator random) {
        heat *= StrictMath.exp(-liveliness * (active - asOf) / (ActivityClock.SECOND * MEMORY_SECONDS));
        asOf = active;
        boolean trade = random.nextDouble() < Math.min(MOST, SHARE * (1 - EXCITED + heat));
        if (trade) {
            heat += jump;
        }
        return trade;
    }
}
