package dev.liveticker.server.market;

import java.util.regex.Pattern;

/**
 * How fast a market's time goes by.
 *
 * @param factor how many seconds pass in the market in one second: {@value #LEAST} to {@value #MOST}, or infinite for
 *     as many as those who take its events keep up with
 */
public record Speed(double factor) {

    public static final double LEAST = 0.1;
    public static final double MOST = 1_000;

    /** As the clock on the wall goes. */
    public static final Speed REAL_TIME = new Speed(1);

    /** As fast as whoever takes the events can. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,6})?");
    private static final String MAX_TEXT = "max";

    /** @throws IllegalArgumentException if it is neither infinite nor within the bounds */
    public Speed {
        if (factor != Double.POSITIVE_INFINITY && !(factor >= LEAST && factor <= MOST)) {
            throw new IllegalArgumentException("a speed is from 0.1 to 1000");
        }
    }

    /**
     * Reads one as people write it: {@code 60}, {@code 0.5}, {@code max}.
     *
     * @throws IllegalArgumentException if it is none; the message says what is expected
     */
    public static Speed parse(String text) {
        if (text.equals(MAX_TEXT)) {
            return MAX;
        }
        double factor = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : 0;
        if (factor < LEAST || factor > MOST) {
            throw new IllegalArgumentException("a number from 0.1 to 1000, or max, expected, not '" + text + "'");
        }
        return new Speed(factor);
    }

    /** Whether nothing but who takes the events limits it. */
    public boolean isMax() {
        return factor == Double.POSITIVE_INFINITY;
    }

    /** Whether it goes as {@link #REAL_TIME}. */
    boolean isRealTime() {
        return factor == REAL_TIME.factor;
    }

    /**
     * How much time passes in the market.
     *
     * @param real nanoseconds that pass on the wall; not negative
     * @return nanoseconds; the most there are if it is unlimited
     */
    public long marketNanos(long real) {
        return real == 0 ? 0 : (long) Math.min(Long.MAX_VALUE, real * factor);
    }

    /**
     * How much time passes on the wall.
     *
     * @param market nanoseconds that pass in the market; not negative
     * @return nanoseconds; 0 if it is unlimited
     */
    public long realNanos(long market) {
        return (long) (market / factor);
    }
}
