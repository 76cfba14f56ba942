package dev.liveticker.server.market;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import java.math.BigDecimal;

/**
 * Which prices an instrument may be quoted at, in multiples of its finest tick. American stocks are quoted in whole
 * cents from one dollar on, and in their finest tick, 0.0001 at most, below it (SEC Rule 612 of Regulation NMS, 17 CFR
 * 242.612, as it was before half-cents came for some); everything else in its one tick.
 *
 * @param threshold from which price on the coarse tick applies, in finest ticks
 * @param coarse that tick, in finest ticks; divides the threshold
 */
record TickTable(long threshold, long coarse) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static TickTable of(Instrument instrument) {
        BigDecimal finest = instrument.tickSize();
        boolean american =
                instrument.kind() == AssetClass.STOCK && instrument.currency().equals("USD");
        if (american && finest.compareTo(CENT) < 0 && CENT.remainder(finest).signum() == 0) {
            return new TickTable(
                    BigDecimal.ONE.divide(finest).longValueExact(),
                    CENT.divide(finest).longValueExact());
        }
        return new TickTable(Long.MAX_VALUE, 1);
    }

    /** The step between prices at this price. */
    long tick(double price) {
        return price >= threshold ? coarse : 1;
    }

    /** The nearest allowed price; 1 or more. */
    long nearest(double price) {
        long tick = tick(price);
        return Math.max(1, Math.round(price / tick) * tick);
    }

    /** The least allowed price that is not below this one. */
    long upFrom(long price) {
        return price >= threshold ? Math.ceilDiv(price, coarse) * coarse : price;
    }
}
