package dev.liveticker.server.market;

/** The exponential function, which turns a logarithmic return into the factor a price grows by. */
final class Growth {

    /** Up to here the series below is exact to the last digits of a double. */
    private static final double SMALL = 0.001;

    private Growth() {}

    /**
     * {@code exp(r)}, the same on every machine. Nearly all returns of a market are tiny, and for those a few terms of
     * the series do, which are several times as fast as {@link StrictMath#exp}.
     */
    static double of(double r) {
        return Math.abs(r) <= SMALL ? 1 + r * (1 + r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24)))) : StrictMath.exp(r);
    }
}
