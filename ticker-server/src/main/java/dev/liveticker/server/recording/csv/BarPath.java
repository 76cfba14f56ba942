package dev.liveticker.server.recording.csv;

import dev.liveticker.model.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The trades that a bar is turned into: one at each of its prices, in the order open, low, high, close if the low is no
 * further from the open than the high, and open, high, low, close otherwise. A price that is that of the one before is
 * left out. They are a quarter of the interval apart, the first at its beginning, and share the volume equally in whole
 * units of its last decimal, the first ones taking what is left over. So the bar built of them is the same again.
 */
final class BarPath {

    private static final int QUARTERS = 4;

    private BarPath() {}

    static List<SeenTrade> of(Row.BarRow bar, Interval interval) {
        boolean lowFirst = bar.open().subtract(bar.low()).compareTo(bar.high().subtract(bar.open())) <= 0;
        List<BigDecimal> corners =
                List.of(bar.open(), lowFirst ? bar.low() : bar.high(), lowFirst ? bar.high() : bar.low(), bar.close());
        List<Integer> turns = new ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            if (quarter == 0 || corners.get(quarter).compareTo(corners.get(quarter - 1)) != 0) {
                turns.add(quarter);
            }
        }
        BigInteger[] share = bar.volume().unscaledValue().divideAndRemainder(BigInteger.valueOf(turns.size()));
        int over = share[1].intValueExact();
        List<SeenTrade> trades = new ArrayList<>(turns.size());
        for (int i = 0; i < turns.size(); i++) {
            int quarter = turns.get(i);
            BigInteger units = i < over ? share[0].add(BigInteger.ONE) : share[0];
            trades.add(new SeenTrade(
                    bar.time() + interval.micros() / QUARTERS * quarter,
                    bar.symbol(),
                    corners.get(quarter),
                    new BigDecimal(units, bar.volume().scale()),
                    null,
                    bar.source()));
        }
        return trades;
    }
}
