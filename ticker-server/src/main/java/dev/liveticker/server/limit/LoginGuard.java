package dev.liveticker.server.limit;

import java.net.InetAddress;
import java.time.Duration;

/**
 * Slows down whoever guesses: an address from which logins fail too often may not try again for a while. Every method
 * may be called from any thread and returns at once.
 */
public interface LoginGuard {

    /** Lets everybody try as often as they like. */
    LoginGuard OPEN = new LoginGuard() {
        @Override
        public Duration blockedFor(InetAddress address) {
            return Duration.ZERO;
        }

        @Override
        public void failed(InetAddress address) {}
    };

    /**
     * To be asked before a token or password is looked at.
     *
     * @return how long to turn the address away (429 with {@code Retry-After}, or 4429); zero if it may try
     */
    Duration blockedFor(InetAddress address);

    /** A login from this address failed: the token or password was there and wrong. */
    void failed(InetAddress address);
}
