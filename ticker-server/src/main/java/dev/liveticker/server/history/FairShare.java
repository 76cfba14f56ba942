package dev.liveticker.server.history;

import java.util.Arrays;

/** How much each may have of what there is not enough of: all get the same, or all that they want if that is less. */
final class FairShare {

    private FairShare() {}

    /**
     * The most that anyone may have.
     *
     * @param wanted how much each would take; none is negative
     * @param there is in all
     */
    static int of(int[] wanted, int there) {
        int[] sorted = wanted.clone();
        Arrays.sort(sorted);
        int left = there;
        for (int i = 0; i < sorted.length; i++) {
            int share = left / (sorted.length - i);
            if (sorted[i] > share) {
                return share;
            }
            left -= sorted[i];
        }
        return Integer.MAX_VALUE;
    }
}
