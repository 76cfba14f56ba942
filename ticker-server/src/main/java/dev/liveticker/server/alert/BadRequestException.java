package dev.liveticker.server.alert;

import java.io.Serial;

/** What a client asked for cannot be; says why in words of the protocol. */
final class BadRequestException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code of the {@code error} message */
    BadRequestException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }

    /** For people. */
    String why() {
        return String.valueOf(getMessage());
    }
}
