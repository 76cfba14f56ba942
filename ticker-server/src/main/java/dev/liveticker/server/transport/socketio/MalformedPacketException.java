package dev.liveticker.server.transport.socketio;

import java.io.Serial;

/** What came is no packet. The message says why, for the client; nothing of the input is in it. */
final class MalformedPacketException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedPacketException(String why) {
        super(why, null, false, false);
    }
}
