package dev.liveticker.server.access;

/** Tells by a token who someone is. Safe in any thread; does not block. */
@FunctionalInterface
public interface Authenticator {

    /** @throws RefusedTokenException if the token proves nothing, or no longer */
    Principal authenticate(String token) throws RefusedTokenException;
}
