package dev.liveticker.server.market;

import dev.liveticker.model.AssetClass;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/**
 * Sizes of one instrument as whole numbers of lots. A stock is traded by the share; of anything else the average trade
 * has 100 to 999 lots, so that sizes look neither coarse nor overly precise.
 *
 * @param exponent a lot is ten to this power
 * @param typical the average trade, in lots
 */
record SizeGrid(int exponent, double typical) {

    /** How widely sizes scatter: standard deviation of their logarithm. */
    private static final double SPREAD = 0.9;

    static SizeGrid of(AssetClass kind, BigDecimal tradeSize) {
        int magnitude = tradeSize.precision() - tradeSize.scale() - 1;
        int exponent = kind == AssetClass.STOCK ? 0 : magnitude - 2;
        return new SizeGrid(exponent, tradeSize.movePointLeft(exponent).doubleValue());
    }

    BigDecimal size(long lots) {
        return exponent < 0
                ? BigDecimal.valueOf(lots, -exponent)
                : BigDecimal.valueOf(lots).scaleByPowerOfTen(exponent).setScale(0);
    }

    /** How many whole lots there are in a size. */
    long lots(BigDecimal size) {
        return size.movePointLeft(exponent).longValue();
    }

    /** Draws a size around {@code trades} average trades; at least one lot. */
    long draw(double trades, RandomGenerator random) {
        double scatter = StrictMath.exp(SPREAD * random.nextGaussian() - SPREAD * SPREAD / 2);
        return Math.max(1, Math.round(trades * typical * scatter));
    }
}
