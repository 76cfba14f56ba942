package dev.liveticker.server.tls;

import java.io.IOException;

/** Certificate and key cannot be used; the message says which file is wrong and what is wrong with it. */
public final class UnusableIdentityException extends IOException {

    UnusableIdentityException(String message) {
        super(message);
    }

    UnusableIdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
