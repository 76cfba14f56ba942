package dev.liveticker.server.market;

import java.util.random.RandomGenerator;

/** What many prices follow, such as a sector's fortune: a standard random walk, of variance 1 per second. */
final class Factor {

    private final RandomGenerator random;
    private double level;

    Factor(RandomGenerator random) {
        this.random = random;
    }

    /** Where the walk stands; 0 at the start. */
    double level() {
        return level;
    }

    void advance(double seconds) {
        level += Math.sqrt(seconds) * random.nextGaussian();
    }
}
