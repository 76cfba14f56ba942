package dev.liveticker.server.market;

import java.util.LinkedHashMap;
import java.util.Map;

/** The factors that the instruments of one market follow, each walking on its own chance. */
final class Factors {

    private final Seed seed;
    private final Map<String, Factor> byName = new LinkedHashMap<>();

    Factors(Seed seed) {
        this.seed = seed;
    }

    /** The factor of this name. All are asked for before the first {@link #advance}, so that none starts late. */
    Factor named(String name) {
        return byName.computeIfAbsent(name, absent -> new Factor(seed.stream("factor/" + absent)));
    }

    void advance(double seconds) {
        for (Factor factor : byName.values()) {
            factor.advance(seconds);
        }
    }
}
