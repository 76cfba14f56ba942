package dev.liveticker.server.market;

import dev.liveticker.model.AssetClass;
import dev.liveticker.server.market.calendar.TradingHours;
import java.util.random.RandomGenerator;

/**
 * What many prices follow, such as a sector's fortune: a walk of variance 1 a trading day, known back to before the
 * start. The present is for one thread; the past for any.
 */
final class Factor {

    private static final String CRYPTO = "crypto";
    private static final String DOLLAR = "dollar";

    /** Stocks' factors take all volatility from what is common; the others have some of their own. */
    private static final Walk.Kind OF_STOCKS = new Walk.Kind(1, new LogVolatility.Scales(0, 1, 0, 1), 1, 0.05, 0.05);

    private static final Walk.Kind OF_OTHERS = new Walk.Kind(1, LogVolatility.Scales.FACTOR, 0.5, 0.1, 0.05);

    private final CommonVolatility common;
    private final RandomGenerator random;
    private final ActivityClock clock;
    private final Walk walk;
    private final double[] back;
    private double level;

    Factor(Seed seed, String name, Past past, CommonVolatility common, long start) {
        AssetClass kind = kind(name);
        TradingHours hours = TradingHours.ofFactor(kind, past.sessions());
        Walk.Kind walks = kind == AssetClass.STOCK ? OF_STOCKS : OF_OTHERS;
        String stream = "factor/" + name;
        this.common = common;
        this.random = seed.stream(stream);
        this.clock = new ActivityClock(hours, start);
        double now = common.atStart();
        this.walk = new Walk(walks, hours.secondsADay(), seed.stream(stream + "/mood"), now, random);
        RandomGenerator before = seed.stream(stream + "/past");
        Walk backwards = new Walk(walks, hours.secondsADay(), seed.stream(stream + "/mood"), now, before);
        int[] activity = past.activity(hours);
        this.back = new double[activity.length + 1];
        long active = 0;
        for (int i = 0; i < activity.length; i++) {
            active += activity[i] * Past.MINUTE;
            back[i + 1] = back[i] + backwards.until(active, common.back(i), before);
        }
    }

    private static AssetClass kind(String name) {
        return switch (name) {
            case CRYPTO -> AssetClass.CRYPTO;
            case DOLLAR -> AssetClass.FX;
            default -> AssetClass.STOCK;
        };
    }

    /** Where the walk stands; 0 at the start. */
    double level() {
        return level;
    }

    /** How far it moved from so many minutes before the past's end to that end. */
    double movedSince(int minutes) {
        return back[Math.min(minutes, back.length - 1)];
    }

    /** @param wall where it moves to, microseconds since the Unix epoch */
    void advance(long wall) {
        level += walk.until(clock.to(wall), common.value(), random);
    }

    void leap(long before, long wall) {
        clock.leap(before, wall);
    }
}
