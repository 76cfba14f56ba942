package dev.liveticker.message;

import org.jspecify.annotations.Nullable;

/**
 * The first message of a connection.
 *
 * @param protocol the protocol's version, {@value #PROTOCOL}
 * @param server name and version of the server
 * @param epoch names this numbering of the stream, as in a {@link Position}
 * @param seq the newest number so far; 0 or more
 * @param session names this connection, for messages sent beside it
 * @param heartbeatMillis the longest silence the server allows itself
 * @param time the server's clock, microseconds since the Unix epoch, UTC
 * @param simulated whether prices are made up
 * @param source what the market is called, for people, such as {@code SIMULATED}; absent from a server that does not
 *     say
 * @param user who is logged in, if anyone
 */
public record Welcome(
        int protocol,
        String server,
        String epoch,
        long seq,
        String session,
        int heartbeatMillis,
        long time,
        boolean simulated,
        @Nullable String source,
        @Nullable String user)
        implements ServerMessage {

    /**
     * @throws IllegalArgumentException if a field that must be there is missing, or epoch and number are no position
     */
    public Welcome {
        Required.field(server, "server");
        Required.field(epoch, "epoch");
        Required.field(session, "session");
        if (!Position.isEpoch(epoch)) {
            throw new IllegalArgumentException(
                    "epoch is not 1 to " + Position.MAX_EPOCH_LENGTH + " letters and digits");
        }
        if (seq < 0) {
            throw new IllegalArgumentException("seq is below 0");
        }
    }

    public static final int PROTOCOL = 1;
}
