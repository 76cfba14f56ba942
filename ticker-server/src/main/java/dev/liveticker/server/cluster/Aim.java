package dev.liveticker.server.cluster;

/** What a node wants the lease for. */
enum Aim {
    /** Nothing: it is not in a state to run the market. */
    NONE,
    /** To go on with the log that there is. */
    LEAD,
    /** To begin a log, since there is none, or none that anybody could go on with. */
    FOUND;

    /**
     * What a node knows when it asks itself that.
     *
     * @param log there is one in Redis
     * @param onTrack its state is of that log and can be gone on from
     * @param lag how many entries it has still to apply then
     * @param ahead it has applied entries that Redis has lost
     * @param remembers it has a state of the cluster, of whichever log
     * @param nothingKept there is no state in Redis that could be gone on from
     * @param waited it has been connected for long enough for those who remember to be faster
     */
    record View(
            boolean log,
            boolean onTrack,
            long lag,
            boolean ahead,
            boolean remembers,
            boolean nothingKept,
            boolean waited) {}

    /** Entries that a node which takes over may still have to apply: it does so before it begins. */
    private static final long NEAR = 1_000;

    static Aim of(View view) {
        if (!view.log()) {
            return view.remembers() || view.waited() ? FOUND : NONE;
        }
        if (view.onTrack()) {
            return view.lag() <= NEAR ? LEAD : NONE;
        }
        return view.ahead() || view.nothingKept() ? FOUND : NONE;
    }
}
