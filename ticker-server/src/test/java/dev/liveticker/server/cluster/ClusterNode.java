package dev.liveticker.server.cluster;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A node with a tally, and a line to Redis of its own that can be cut. */
final class ClusterNode implements AutoCloseable {

    static final Duration LEASE = Duration.ofMillis(1_500);
    static final Duration PATIENCE = Duration.ofSeconds(6);

    final Relay relay;
    final Tally tally;
    final Cluster cluster;

    private ClusterNode(RedisServer redis, Tally tally, int retained) throws IOException {
        this.relay = new Relay(redis.port());
        this.tally = tally;
        this.cluster = Cluster.connect(settings(relay.uri(), retained));
        cluster.start(tally);
    }

    static ClusterNode join(RedisServer redis, String epoch) throws IOException {
        return new ClusterNode(redis, new Tally(epoch), 50_000);
    }

    static ClusterNode join(RedisServer redis, Tally tally, int retained) throws IOException {
        return new ClusterNode(redis, tally, retained);
    }

    static ClusterSettings settings(URI redis, int retained) {
        return new ClusterSettings(redis, "tally", LEASE, PATIENCE, retained);
    }

    Standing.Role role() {
        return cluster.standing().role();
    }

    boolean leads() {
        return role() == Standing.Role.LEADING && tally.leads();
    }

    boolean follows() {
        return role() == Standing.Role.FOLLOWING;
    }

    boolean isAway() {
        return role() == Standing.Role.LOST || role() == Standing.Role.CUT_OFF;
    }

    String name() {
        return cluster.peers().self();
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        relay.close();
        tally.close();
    }
}
