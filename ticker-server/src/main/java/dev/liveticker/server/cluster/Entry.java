package dev.liveticker.server.cluster;

/**
 * An entry of the cluster's log.
 *
 * @param index its place: one more than that of the entry before it. The first of all has 1; the first of a log that
 *     was begun anew from a {@link State} has one more than the index of that state, so that numbers never go back
 * @param kind what it is about
 * @param payload not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy each time would cost more than it guards.
public record Entry(long index, Kind kind, byte[] payload) {

    /** What an entry is about. */
    public enum Kind {
        /** What happened in the market at once; written by the node that runs it, and by no other. */
        MARKET,
        /** What a user asked for; written by the node that the user is on. */
        REQUEST
    }
}
