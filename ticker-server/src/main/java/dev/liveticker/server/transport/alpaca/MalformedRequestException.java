package dev.liveticker.server.transport.alpaca;

import java.io.Serial;

/** What came is no request. Nothing of it is repeated. */
final class MalformedRequestException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedRequestException(String why) {
        super(why, null, false, false);
    }
}
