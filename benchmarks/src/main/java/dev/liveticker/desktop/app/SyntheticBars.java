package dev.liveticker.desktop.app;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.NullMarked;

/** The past of a made-up stock: a walk of its price at random, the same one every time. */
@NullMarked
final class SyntheticBars {

    /** 2026-03-06 15:00 UTC, in minutes since the epoch. */
    private static final long END = 29_546_340;

    private static final int LEAST_CENTS = 1_000;
    private static final int MOST_CENTS = 90_000;

    private final int count;

    /** @param count how many bars there ever were */
    SyntheticBars(int count) {
        this.count = count;
    }

    /** All of them, oldest first. */
    List<Bar> all(Symbol symbol, Interval interval) {
        SplittableRandom random = new SplittableRandom(symbol.hashCode());
        List<Bar> bars = new ArrayList<>(count);
        long end = interval.startOf(END * Interval.ONE_MINUTE.micros());
        int price = 20_000;
        for (int i = 0; i < count; i++) {
            int close = Math.clamp(price + random.nextInt(-40, 41), LEAST_CENTS, MOST_CENTS);
            int high = Math.max(price, close) + random.nextInt(20);
            int low = Math.min(price, close) - random.nextInt(20);
            bars.add(new Bar(
                    symbol,
                    0,
                    interval,
                    end - (count - 1L - i) * interval.micros(),
                    cents(price),
                    cents(high),
                    cents(low),
                    cents(close),
                    BigDecimal.valueOf(random.nextInt(1, 10_000)),
                    random.nextInt(1, 100),
                    true));
            price = close;
        }
        return bars;
    }

    /** The newest of them, oldest first. */
    List<Bar> newest(Symbol symbol, Interval interval, int limit) {
        List<Bar> all = all(symbol, interval);
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    /** The newest of those that start earlier, oldest first. */
    List<Bar> before(Symbol symbol, Interval interval, long before, int limit) {
        List<Bar> earlier = all(symbol, interval).stream()
                .filter(bar -> bar.start() < before)
                .toList();
        return earlier.subList(Math.max(0, earlier.size() - limit), earlier.size());
    }

    private static BigDecimal cents(int price) {
        return BigDecimal.valueOf(price, 2);
    }
}
