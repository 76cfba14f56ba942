package dev.liveticker.server.hub;

/**
 * Which of the hubs that follow one log this is.
 *
 * @param name what its sessions' ids begin with; empty for a hub of its own
 * @param stride how far the numbers of two events are apart; the same for all that follow the log
 */
public record HubNode(String name, int stride) {

    /** Follows nothing but its own market. */
    public static final HubNode ALONE = new HubNode("", 1);

    /**
     * Leaves room for what one hub says again to its own clients between two events, and keeps numbers exact in a
     * {@code double} (below 2^53) for some years: two thousand milliard events, or ten thousand a second for seven
     * years.
     */
    private static final int STRIDE = 4_096;

    /** One of several. */
    public static HubNode of(String name) {
        return new HubNode(name, STRIDE);
    }
}
