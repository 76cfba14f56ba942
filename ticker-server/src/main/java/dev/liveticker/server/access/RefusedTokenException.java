package dev.liveticker.server.access;

import java.io.Serial;

/** A token that proves nothing. Never holds the token or a part of it. */
public final class RefusedTokenException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final boolean expired;
    private final String cause;

    private RefusedTokenException(boolean expired, String told, String cause) {
        super(told, null, false, false);
        this.expired = expired;
        this.cause = cause;
    }

    /** It was good once. */
    static RefusedTokenException ranOut() {
        return new RefusedTokenException(true, "the token ran out", "expired");
    }

    /** @param cause for the server's own log alone: who guesses learns nothing from it */
    static RefusedTokenException invalid(String cause) {
        return new RefusedTokenException(false, "the token is not valid here", cause);
    }

    /** Whether it was good once, and another from the same issuer may be. */
    public boolean isExpired() {
        return expired;
    }

    /** What exactly is wrong, for the server's own log. */
    public String forLog() {
        return cause;
    }
}
