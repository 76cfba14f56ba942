package dev.liveticker.server.transport.websocket;

import java.io.Serial;

/** The client broke RFC 6455: the connection is to be closed with this code and message. */
final class ProtocolException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final int closeCode;

    /** @param message for the close frame: at most 123 bytes of ASCII */
    ProtocolException(int closeCode, String message) {
        super(message);
        this.closeCode = closeCode;
    }

    int closeCode() {
        return closeCode;
    }
}
