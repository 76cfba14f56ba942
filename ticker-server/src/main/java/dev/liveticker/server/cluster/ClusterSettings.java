package dev.liveticker.server.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster a node belongs to, and how patient it is.
 *
 * @param redis {@code redis://} or, with TLS, {@code rediss://}, with name, password and database where needed
 * @param name of the cluster among others in the same Redis: 1 to 40 of {@code a-z 0-9 -}
 * @param lease for how long the market is a node's without it saying so again; a fifth of a second at least, since a
 *     node looks at Redis three times in it, and must get an answer in two thirds of it
 * @param patience how long a node serves its clients without the cluster; positive
 * @param retained how many entries of the log are kept for nodes that come late; 100 at least
 * @param authorities a PEM file of certificates, one of which Redis' own must be or come from; absent for those that
 *     the Java that runs the node trusts. With {@code rediss://} alone
 */
public record ClusterSettings(
        URI redis,
        String name,
        Duration lease,
        Duration patience,
        int retained,
        @Nullable Path authorities) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Duration SHORTEST_LEASE = Duration.ofMillis(200);
    private static final int FEWEST = 100;

    /** @throws IllegalArgumentException if something is out of its range */
    public ClusterSettings {
        if (!isRedis(redis)) {
            throw new IllegalArgumentException(
                    "the cluster's Redis is named by redis://host:port, or rediss:// with TLS");
        }
        if (redis.getHost() == null) {
            throw new IllegalArgumentException("the cluster's Redis needs a host, such as redis://127.0.0.1:6379");
        }
        if (!isName(name)) {
            throw new IllegalArgumentException("a cluster's name is 1 to 40 of a-z, 0-9 and -, not " + name);
        }
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("a lease is " + SHORTEST_LEASE + " at least, not " + lease);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("patience is positive, not " + patience);
        }
        if (retained < FEWEST) {
            throw new IllegalArgumentException("at least " + FEWEST + " entries are kept, not " + retained);
        }
        if (authorities != null && !"rediss".equals(redis.getScheme())) {
            throw new IllegalArgumentException("without TLS, redis://, nobody's certificate is looked at");
        }
    }

    /** Of a Redis whose certificate, if it has one, is as good as any other's. */
    public ClusterSettings(URI redis, String name, Duration lease, Duration patience, int retained) {
        this(redis, name, lease, patience, retained, null);
    }

    /** What is usual. */
    public static ClusterSettings of(URI redis) {
        return new ClusterSettings(redis, "live-ticker", Duration.ofSeconds(3), Duration.ofSeconds(10), 50_000);
    }

    /** Whether a cluster can be called that. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether an address is one of a Redis, by its scheme. */
    public static boolean isRedis(URI address) {
        return "redis".equals(address.getScheme()) || "rediss".equals(address.getScheme());
    }

    public ClusterSettings withName(String newName) {
        return new ClusterSettings(redis, newName, lease, patience, retained, authorities);
    }

    public ClusterSettings withAuthorities(@Nullable Path file) {
        return new ClusterSettings(redis, name, lease, patience, retained, file);
    }

    /** Without the password, which is no log's affair. */
    @Override
    public String toString() {
        return "ClusterSettings[redis=" + redis.getScheme() + "://" + redis.getHost() + ":" + redis.getPort()
                + ", name=" + name + ", lease=" + lease + ", patience=" + patience + ", retained=" + retained
                + ", authorities=" + authorities + "]";
    }
}
