package dev.liveticker.server.cluster;

import java.net.URI;
import java.time.Duration;

/**
 * Which cluster a node belongs to, and how patient it is.
 *
 * @param redis {@code redis://} or, with TLS, {@code rediss://}, with name, password and database where needed
 * @param name of the cluster among others in the same Redis: 1 to 40 of {@code a-z 0-9 -}
 * @param lease for how long the market is a node's without it saying so again; positive
 * @param patience how long a node serves its clients without the cluster
 * @param retained how many entries of the log are kept for nodes that come late; positive
 */
public record ClusterSettings(URI redis, String name, Duration lease, Duration patience, int retained) {

    /** What is usual. */
    public static ClusterSettings of(URI redis) {
        return new ClusterSettings(redis, "live-ticker", Duration.ofSeconds(3), Duration.ofSeconds(10), 50_000);
    }

    public ClusterSettings withName(String newName) {
        return new ClusterSettings(redis, newName, lease, patience, retained);
    }
}
