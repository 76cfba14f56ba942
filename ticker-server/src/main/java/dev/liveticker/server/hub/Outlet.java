package dev.liveticker.server.hub;

import dev.liveticker.message.End;

/**
 * One connection's way out, implemented by a transport. Called by the hub on the hub's thread; no method may block or
 * throw, and nothing is sent or ended any more once {@link Subscriber#disconnected} was called.
 */
public interface Outlet {

    /**
     * Sends a frame. The next one comes only after the transport called {@link Hub#drained}, so a transport never holds
     * more than one.
     */
    void send(Frame frame);

    /** Whether its client was asked for a sign of life some time ago and has given none. Any thread may ask. */
    default boolean silent() {
        return false;
    }

    /** Ends the connection, after the frame on its way if that can still be written. Nothing is sent after it. */
    void end(End end);
}
