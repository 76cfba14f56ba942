package dev.liveticker.server.limit;

import java.net.InetAddress;
import java.time.Duration;

/**
 * Slows down whoever guesses: an address from which logins fail too often may not try again for a while. Every method
 * may be called from any thread and returns at once.
 */
public interface LoginGuard {

    /**
     * To be asked before a token is looked at.
     *
     * @return how long to turn the address away (429 with {@code Retry-After}, or 4429); zero if it may try
     */
    Duration blockedFor(InetAddress address);

    /** A login from this address failed: the token was there and wrong. */
    void failed(InetAddress address);
}
