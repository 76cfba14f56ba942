package dev.liveticker.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One question, put to several contenders alike.
 *
 * @param title of its table
 * @param meaning what is done, for the reader of the page
 * @param symbols the market has
 * @param connections of the load client
 * @param load further arguments of the load client
 * @param rate quotes a second for all; empty if the highest each sustains is searched for
 * @param starts where the search begins for each contender, quotes a second; also who takes part, in the page's order
 * @param baseline whom the others are compared with
 */
record Contest(
        String title,
        String meaning,
        int symbols,
        int connections,
        List<String> load,
        OptionalInt rate,
        Map<Contender, Integer> starts,
        Contender baseline) {

    private static final int SLOW = 100;

    List<Contender> contenders() {
        return List.copyOf(starts.keySet());
    }

    /** Whether the most is asked for that this contender sends within the limit. */
    boolean limits(Contender contender) {
        return rate.isEmpty() && contender != Contender.RAW;
    }

    /** Whether nothing is sent and only memory is looked at. */
    boolean idle() {
        return rate.isPresent() && rate.getAsInt() == 0;
    }

    /**
     * Whether so little happens that a JVM takes minutes to compile what it does. Such a contest is warmed up at a
     * higher rate first, and looked at for longer, since its processor time is small against the kernel's tick.
     */
    boolean slow() {
        return rate.isPresent() && rate.getAsInt() > 0 && rate.getAsInt() < SLOW;
    }
}
