package dev.liveticker.server.market;

import java.util.LinkedHashMap;
import java.util.Map;

/** The factors that the instruments of one market follow, each walking on its own chance, and what they share. */
final class Factors {

    private final Seed seed;
    private final Past past;
    private final long start;
    private final CommonVolatility common;
    private final Map<String, Factor> byName = new LinkedHashMap<>();

    /** @param start microseconds since the Unix epoch */
    Factors(Seed seed, Past past, long start) {
        this.seed = seed;
        this.past = past;
        this.start = start;
        this.common = new CommonVolatility(seed, past, start);
    }

    CommonVolatility common() {
        return common;
    }

    /** The factor of this name. All are asked for before the first {@link #advance}, so that none starts late. */
    Factor named(String name) {
        return byName.computeIfAbsent(name, absent -> new Factor(seed, absent, past, common, start));
    }

    void advance(long wall) {
        common.advance(wall);
        for (Factor factor : byName.values()) {
            factor.advance(wall);
        }
    }

    /** Lets the time between pass in which nothing happens. */
    void leap(long before, long wall) {
        common.leap(before, wall);
        for (Factor factor : byName.values()) {
            factor.leap(before, wall);
        }
    }
}
