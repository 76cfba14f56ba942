package dev.liveticker.server.packed;

import java.io.Serial;

/** Bytes that are no state; the message says what is wrong with them. */
public final class MalformedStateException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public MalformedStateException(String message) {
        super(message);
    }
}
