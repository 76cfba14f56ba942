package dev.liveticker.server.cluster;

/**
 * An entry of the cluster's log.
 *
 * @param index its place: 1 for the first of an epoch, and one more for each that follows
 * @param kind what it is about
 * @param payload not to be changed
 */
public record Entry(long index, Kind kind, byte[] payload) {

    /** What an entry is about. */
    public enum Kind {
        /** What happened in the market at once; written by the node that runs it, and by no other. */
        MARKET,
        /** What a user asked for; written by the node that the user is on. */
        REQUEST
    }
}
