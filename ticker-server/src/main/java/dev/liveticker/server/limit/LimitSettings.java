package dev.liveticker.server.limit;

import java.net.InetAddress;
import java.time.Duration;

/**
 * How much is too much.
 *
 * @param connectionMessages what one connection may say; a long message counts as several
 * @param userMessages what all connections of a user may say together
 * @param addressMessages what all connections from an address may say together
 * @param addressRequests requests from one address
 * @param addressConnections new connections from one address
 * @param failedLogins from one address, this machine's included
 * @param maxConnections at once, in all
 * @param maxPerAddress connections at once from one address
 * @param headerDeadline from a connection's first moment, or a request's first byte, to the end of its head
 * @param bodyDeadline from the end of a request's head to the end of its body
 * @param answerBytes that may wait to be sent to clients that do not read, all whole answers together
 * @param exemptLoopback whether nothing but failed logins is counted by address for this machine's own ones: a proxy or
 *     a test on it stands for many
 */
public record LimitSettings(
        Rate connectionMessages,
        Rate userMessages,
        Rate addressMessages,
        Rate addressRequests,
        Rate addressConnections,
        Rate failedLogins,
        int maxConnections,
        int maxPerAddress,
        Duration headerDeadline,
        Duration bodyDeadline,
        long answerBytes,
        boolean exemptLoopback) {

    /** Whether nothing but failed logins is counted for this address. */
    boolean exempts(InetAddress address) {
        return exemptLoopback && address.isLoopbackAddress();
    }

    /** How many of the connections may be streams; the rest is for requests, and for saying no. */
    public int maxSubscribers() {
        return Math.max(1, maxConnections - Math.min(1_000, maxConnections / 20));
    }

    /**
     * Room for a desktop that follows 5,000 symbols, and for an office of them behind one address. A burst stays below
     * the 1,000 answers that may wait for one client, so that whoever says too much hears about it.
     */
    public static LimitSettings defaults() {
        return new LimitSettings(
                Rate.perSecond(900, 300),
                Rate.perSecond(9_000, 3_000),
                Rate.perSecond(90_000, 9_000),
                Rate.perSecond(2_000, 200),
                Rate.perSecond(1_000, 50),
                new Rate(10, 6),
                21_000,
                1_000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                Math.max(16L << 20, Runtime.getRuntime().maxMemory() / 8),
                true);
    }
}
