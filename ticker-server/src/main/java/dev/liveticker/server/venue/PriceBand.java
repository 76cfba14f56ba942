package dev.liveticker.server.venue;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Tells prices of trades that can be from those that cannot, for one symbol. A price more than 20 % off the last one
 * that was believed is not believed, unless that one is a minute old, or unless it is the third in a row that says much
 * the same (within 10 % of each other): then the market did move. The first price is believed.
 */
final class PriceBand {

    static final double MOST_JUMP = 0.2;
    static final Duration MEMORY = Duration.ofMinutes(1);
    static final int WITNESSES = 3;
    private static final double AGREEMENT = 0.1;

    /** A bid or ask beyond this is a placeholder that nobody means to trade at, as are seen outside trading hours. */
    private static final double FARTHEST_QUOTE = 2;

    private double last;
    private long lastNanos;
    private double suspect;
    private int witnesses;

    /** Whether a trade at this positive price is believed, at a monotonic time. */
    boolean admits(BigDecimal price, long nanos) {
        return admits(price, nanos, false);
    }

    /**
     * The same of the last trade's price in a summary. A summary repeats it as long as there is no other, so an equal
     * one is the same trade and no further witness.
     */
    boolean admitsSummary(BigDecimal price, long nanos) {
        return admits(price, nanos, true);
    }

    private boolean admits(BigDecimal price, long nanos, boolean summary) {
        double value = price.doubleValue();
        if (last == 0 || near(value, last, MOST_JUMP) || nanos - lastNanos > MEMORY.toNanos()) {
            believe(value, nanos);
            return true;
        }
        if (summary && witnesses > 0 && value == suspect) {
            return false;
        }
        witnesses = witnesses > 0 && near(value, suspect, AGREEMENT) ? witnesses + 1 : 1;
        suspect = value;
        if (witnesses < WITNESSES) {
            return false;
        }
        believe(value, nanos);
        return true;
    }

    /** Whether a bid or ask at this positive price is one to trade at: from half to double the last trade's. */
    boolean reaches(BigDecimal price) {
        double value = price.doubleValue();
        return last == 0 || (value >= last / FARTHEST_QUOTE && value <= last * FARTHEST_QUOTE);
    }

    private void believe(double value, long nanos) {
        last = value;
        lastNanos = nanos;
        witnesses = 0;
    }

    private static boolean near(double value, double reference, double share) {
        return Math.abs(value - reference) <= share * reference;
    }
}
