package dev.liveticker.server.hub;

import dev.liveticker.message.Position;
import java.nio.ByteBuffer;

/**
 * What is sent to a subscriber at once, ready in its encoding. Shared and never changed: the bytes may be on their way
 * to many.
 *
 * @param kind what it holds
 * @param bytes the encoded array of messages; read-only, to be {@link ByteBuffer#duplicate duplicated} before it is
 *     read
 * @param messages how many messages it holds
 * @param position the place in the stream after the frame
 */
public record Frame(Kind kind, ByteBuffer bytes, int messages, Position position) {

    /** What a frame holds. */
    public enum Kind {
        /** Messages of any type. */
        MIXED,
        /** A lone heartbeat. */
        HEARTBEAT,
        /** Notifications only. */
        NOTIFICATION
    }
}
