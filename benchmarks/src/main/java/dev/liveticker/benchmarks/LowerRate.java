package dev.liveticker.benchmarks;

import dev.liveticker.benchmarks.load.LoadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers less to who did not keep to the limit: the rate at which that was found is of another hour, or of another
 * machine. By a quarter each time, one round each, until a round is within the limit; then as many rounds as the others
 * have had.
 */
final class LowerRate {

    private static final double LESS = 0.75;

    /** Then a tenth is left; who cannot keep to the limit with that is shown as it is. */
    private static final int MAX_STEPS = 8;

    /** One round of a contender. */
    interface Round {
        LoadResult at(int rate) throws IOException;
    }

    private LowerRate() {}

    /** The standing at the first rate at which the limit is kept, or at the last that was tried. */
    static Standing kept(Standing first, Round round) throws IOException {
        Standing standing = first;
        for (int step = 0; step < MAX_STEPS && !standing.sustained() && standing.rate() > 1; step++) {
            int rate = (int) (standing.rate() * LESS);
            List<LoadResult> results = new ArrayList<>(List.of(round.at(rate)));
            while (results.size() < first.rounds().size() && RateSearch.sustained(results.getFirst())) {
                results.add(round.at(rate));
            }
            standing = new Standing(first.contender(), rate, results);
        }
        return standing;
    }
}
