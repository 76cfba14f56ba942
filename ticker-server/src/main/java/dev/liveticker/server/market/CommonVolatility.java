package dev.liveticker.server.market;

import dev.liveticker.model.AssetClass;
import dev.liveticker.server.market.calendar.TradingHours;
import java.util.random.RandomGenerator;

/**
 * The part of volatility that all instruments share, which is why wild days are wild everywhere (Bollerslev, Hood, Huss
 * and Pedersen 2018, Risk everywhere). Known back to before the start. The present is for one thread; the past for any.
 */
final class CommonVolatility {

    private final RandomGenerator random;
    private final ActivityClock clock;
    private final LogVolatility volatility;
    private final double[] back;
    private final double atStart;
    private long renewed;

    CommonVolatility(Seed seed, Past past, long start) {
        TradingHours hours = TradingHours.ofFactor(AssetClass.STOCK, past.sessions());
        this.random = seed.stream("volatility");
        this.clock = new ActivityClock(hours, start);
        this.volatility =
                new LogVolatility(LogVolatility.Scales.COMMON, hours.secondsADay(), seed.stream("volatility/mood"));
        this.atStart = volatility.value();
        LogVolatility backwards =
                new LogVolatility(LogVolatility.Scales.COMMON, hours.secondsADay(), seed.stream("volatility/mood"));
        RandomGenerator before = seed.stream("volatility/past");
        int[] activity = past.activity(hours);
        this.back = new double[activity.length];
        long active = 0;
        long done = 0;
        for (int i = 0; i < back.length; i++) {
            active += activity[i] * Past.MINUTE;
            long due = (active - done) / LogVolatility.GRID;
            if (due > 0) {
                backwards.advance(due, before);
                done += due * LogVolatility.GRID;
            }
            back[i] = backwards.value();
        }
    }

    /** The logarithm of it when the market started. */
    double atStart() {
        return atStart;
    }

    /** The logarithm of it at the moment. */
    double value() {
        return volatility.value();
    }

    /** The logarithm of it in the minute that began so many minutes before the past's last one. */
    double back(int minutes) {
        return back[Math.min(minutes, back.length - 1)];
    }

    /** @param wall where it moves to, microseconds since the Unix epoch */
    void advance(long wall) {
        long due = (clock.to(wall) - renewed) / LogVolatility.GRID;
        if (due > 0) {
            volatility.advance(due, random);
            renewed += due * LogVolatility.GRID;
        }
    }

    void leap(long before, long wall) {
        clock.leap(before, wall);
    }
}
