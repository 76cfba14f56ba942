package dev.liveticker.server.cluster;

import java.time.Duration;

/**
 * What a node's part in its cluster has come to so far.
 *
 * @param roundTrip how long Redis took to answer last
 * @param links how often it was connected to Redis
 * @param applied entries taken in
 * @param healed those of them that were read from the log, because they had not come by themselves
 * @param forgotten messages that came faster than they could be looked at
 * @param added entries that this node has added
 * @param refused entries that it could not add
 * @param unanswered entries that are on their way to Redis
 * @param restored states taken up
 * @param checkpoints states stored
 */
public record Figures(
        Duration roundTrip,
        long links,
        long applied,
        long healed,
        long forgotten,
        long added,
        long refused,
        int unanswered,
        long restored,
        long checkpoints) {

    /** Of a node that has done nothing yet. */
    public static final Figures NONE = new Figures(Duration.ZERO, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
