package dev.liveticker.benchmarks.peer;

import java.util.Arrays;

/**
 * What a peer is started with.
 *
 * @param symbols how many the market trades
 * @param coalesce whether what has queued is sent as one frame
 */
record PeerOptions(int symbols, boolean coalesce) {

    /** Arguments: the number of symbols, then maybe {@code coalesce}. */
    static PeerOptions of(String[] args) {
        return new PeerOptions(Integer.parseInt(args[0]), Arrays.asList(args).contains("coalesce"));
    }
}
