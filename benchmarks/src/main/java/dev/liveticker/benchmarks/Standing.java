package dev.liveticker.benchmarks;

import dev.liveticker.benchmarks.load.LoadResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a contender did in a contest.
 *
 * @param rate quotes a second it was offered
 * @param rounds one result a round
 */
record Standing(Contender contender, int rate, List<LoadResult> rounds) {

    Standing {
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        rounds = List.copyOf(rounds);
    }

    /** Of an even number of rounds, the mean of the two in the middle. */
    double median(ToDoubleFunction<LoadResult> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double lowest(ToDoubleFunction<LoadResult> figure) {
        return rounds.stream().mapToDouble(figure).min().orElseThrow();
    }

    double highest(ToDoubleFunction<LoadResult> figure) {
        return rounds.stream().mapToDouble(figure).max().orElseThrow();
    }

    /** Whether most rounds were within the limit. */
    boolean sustained() {
        return 2 * rounds.stream().filter(RateSearch::sustained).count() > rounds.size();
    }

    /** Connections lost or never had, in all rounds. */
    int lost() {
        return rounds.stream()
                .mapToInt(result -> result.disconnects() + result.errors())
                .sum();
    }
}
