package dev.liveticker.desktop.trade;

import dev.liveticker.message.Trade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest {@value #MOST} trades of one symbol in the order of their numbers, whichever way they came. As the numbers
 * rise by one with each trade (docs/protocol.md, {@code tradeId}), it also knows which are missing. For one thread.
 */
final class TradeLog {

    static final int MOST = 500;

    private static final double MICROS_PER_SECOND = 1e6;
    private static final double SECONDS_PER_MINUTE = 60;

    private final TreeMap<Long, Trade> trades = new TreeMap<>();

    void put(Collection<Trade> more) {
        for (Trade trade : more) {
            trades.put(trade.tradeId(), trade);
        }
        while (trades.size() > MOST) {
            trades.pollFirstEntry();
        }
    }

    void clear() {
        trades.clear();
    }

    boolean isEmpty() {
        return trades.isEmpty();
    }

    /** The number of the newest; 0 if there is none. */
    long newest() {
        return trades.isEmpty() ? 0 : trades.lastKey();
    }

    /** The number of the newest trade that has one missing before it; 0 if none is missing. */
    long newestHole() {
        long after = 0;
        for (long id : trades.descendingKeySet()) {
            if (after != 0 && id != after - 1) {
                return after;
            }
            after = id;
        }
        return 0;
    }

    /** Newest first. */
    List<TradeRow> rows() {
        return rowsAfter(0);
    }

    /** Those of higher numbers than this, newest first. */
    List<TradeRow> rowsAfter(long number) {
        List<TradeRow> rows = new ArrayList<>();
        Map.Entry<Long, Trade> entry = trades.lastEntry();
        while (entry != null && entry.getKey() > number) {
            Map.Entry<Long, Trade> before = trades.lowerEntry(entry.getKey());
            rows.add(new TradeRow.Done(
                    entry.getValue(),
                    before == null
                            ? TradeRow.Direction.SAME
                            : direction(
                                    before.getValue().price(), entry.getValue().price())));
            if (before != null && entry.getKey() - before.getKey() > 1) {
                rows.add(new TradeRow.Missing(entry.getKey() - before.getKey() - 1));
            }
            entry = before;
        }
        return rows;
    }

    /**
     * How many trades there are in a minute, judged by the last one.
     *
     * @param sinceNewestSeconds how long ago the newest came
     */
    double perMinute(double sinceNewestSeconds) {
        Map.Entry<Long, Trade> last = trades.lastEntry();
        if (last == null) {
            return 0;
        }
        long newest = last.getValue().time();
        int count = 0;
        double span = 0;
        for (Trade trade : trades.descendingMap().values()) {
            double age = (newest - trade.time()) / MICROS_PER_SECOND + sinceNewestSeconds;
            if (age > SECONDS_PER_MINUTE) {
                return count;
            }
            count++;
            span = age;
        }
        // As many as are kept, all within less than a minute: the rest of it was likely as busy.
        return count == MOST && span > 0 ? count * SECONDS_PER_MINUTE / span : count;
    }

    private static TradeRow.Direction direction(@Nullable BigDecimal before, BigDecimal now) {
        int compared = before == null ? 0 : now.compareTo(before);
        if (compared == 0) {
            return TradeRow.Direction.SAME;
        }
        return compared > 0 ? TradeRow.Direction.UP : TradeRow.Direction.DOWN;
    }
}
