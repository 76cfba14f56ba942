package dev.liveticker.server.market;

import java.math.BigDecimal;

/** Prices of one instrument as whole numbers of ticks, in which the simulation counts. */
record PriceGrid(long unscaledTick, int scale) {

    /** Of the last decimal. What spreads and a minute's high add to it still fits a long. */
    private static final double MOST_UNITS = 1e18;

    static PriceGrid of(BigDecimal tickSize) {
        BigDecimal tick = tickSize.scale() < 0 ? tickSize.setScale(0) : tickSize;
        return new PriceGrid(tick.unscaledValue().longValueExact(), tick.scale());
    }

    /** The highest that anything rises to, in ticks: far above what prices are, since all that is counted must fit. */
    double most() {
        return MOST_UNITS / unscaledTick;
    }

    BigDecimal price(long ticks) {
        return BigDecimal.valueOf(Math.multiplyExact(ticks, unscaledTick), scale);
    }

    /** How many whole ticks there are in a price; one between two ticks, as of another grid, counts as the lower. */
    long ticks(BigDecimal price) {
        BigDecimal tick = BigDecimal.valueOf(unscaledTick, scale);
        return price.divideToIntegralValue(tick).longValueExact();
    }
}
