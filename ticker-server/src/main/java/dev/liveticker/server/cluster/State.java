package dev.liveticker.server.cluster;

/**
 * All that a node has to know to follow the log from some place on.
 *
 * @param epoch the numbering's; another one means another log, also where the index goes on rising
 * @param index of the last entry that it has in it; 0 for none. Kept when a log is begun anew under another epoch
 * @param body the replica's own; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy each time would cost more than it guards.
public record State(String epoch, long index, byte[] body) {}
