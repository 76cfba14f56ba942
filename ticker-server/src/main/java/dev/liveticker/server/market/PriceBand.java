package dev.liveticker.server.market;

import java.math.BigDecimal;

/**
 * The band around a stock's recent price that it may not leave at once, after the Limit Up-Limit Down plan (National
 * Market System Plan to Address Extraordinary Market Volatility, SEC release 34-85623 of 2019): around the mean price
 * of the trades of the last 5 minutes, renewed at most every 30 seconds and only when it moved by 1 % or more.
 *
 * <p>Simpler than the plan: every stock is of its tier 2 (10 % where yesterday's close is above 3, 20 % from 0.75 on,
 * below that 0.15 or 75 %, whichever is less, in whatever currency); the band is as wide at the open and the close as
 * at noon; and leaving it halts trading at once, without the 15 seconds of a limit state.
 *
 * <p>Prices in ticks, times in microseconds since the Unix epoch. Used by one thread.
 */
final class PriceBand {

    /** How long trading is halted. */
    static final long PAUSE = 5 * 60_000_000L;

    private static final long SLOT = 30_000_000;
    private static final int SLOTS = 10;
    private static final double WORTH_A_RENEWAL = 0.01;

    private final double tick;
    private final double[] sums = new double[SLOTS];
    private final long[] counts = new long[SLOTS];
    private double reference;
    private double width;
    private long slot;

    PriceBand(BigDecimal tickSize) {
        this.tick = tickSize.doubleValue();
    }

    /** Begins anew around a price, such as after a halt or a night. */
    void restart(double price, long previousClose, long time) {
        double close = previousClose * tick;
        if (close > 3) {
            width = 0.10;
        } else if (close >= 0.75) {
            width = 0.20;
        } else {
            width = Math.min(0.15 / close, 0.75);
        }
        for (int i = 0; i < SLOTS; i++) {
            sums[i] = 0;
            counts[i] = 0;
        }
        reference = price;
        slot = Math.floorDiv(time, SLOT);
    }

    void trade(long price, long time) {
        renew(time);
        int at = Math.floorMod(slot, SLOTS);
        sums[at] += price;
        counts[at]++;
    }

    /** Whether a price is beyond the band. */
    boolean broken(double price, long time) {
        renew(time);
        return Math.abs(price - reference) > width * reference;
    }

    /** How far a price may be from the reference, as a share of it. */
    double width() {
        return width;
    }

    private void renew(long time) {
        long now = Math.floorDiv(time, SLOT);
        if (now == slot) {
            return;
        }
        double sum = 0;
        long count = 0;
        for (int i = 0; i < SLOTS; i++) {
            sum += sums[i];
            count += counts[i];
        }
        if (count > 0 && Math.abs(sum / count - reference) >= WORTH_A_RENEWAL * reference) {
            reference = sum / count;
        }
        for (long passed = Math.max(slot + 1, now - SLOTS + 1); passed <= now; passed++) {
            int at = Math.floorMod(passed, SLOTS);
            sums[at] = 0;
            counts[at] = 0;
        }
        slot = now;
    }
}
