package dev.liveticker.server.cluster;

import java.time.Duration;

/**
 * What a node's part in its cluster has come to so far.
 *
 * @param roundTrip how long Redis took to answer last
 * @param links how often it was connected to Redis
 * @param healed entries that were read from the log, because they had not come by themselves
 * @param forgotten messages that came faster than they could be looked at
 * @param refused entries that this node could not add
 * @param unanswered entries that are on their way to Redis
 * @param restored states taken up
 * @param checkpoints states stored
 */
public record Figures(
        Duration roundTrip,
        long links,
        long healed,
        long forgotten,
        long refused,
        int unanswered,
        long restored,
        long checkpoints) {

    /** Of a node that has done nothing yet. */
    public static final Figures NONE = new Figures(Duration.ZERO, 0, 0, 0, 0, 0, 0, 0);
}
