package dev.liveticker.server.cluster;

/** This node's part in its cluster. Safe in any thread. */
public interface Cluster extends AutoCloseable {

    /**
     * A node of the cluster that meets in that Redis. Whether Redis is there shows later, by {@link #standing}: a node
     * that cannot have it goes on trying.
     *
     * @throws IllegalArgumentException if the address is none of Redis
     */
    static Cluster connect(ClusterSettings settings) {
        return new RedisCluster(settings);
    }

    /**
     * Begins to follow the log, and to run the market when nobody else does. Returns at once.
     *
     * @param replica which is asked for the first state where there is none yet
     */
    void start(Replica replica);

    /** Where requests of users are added. */
    Journal journal();

    Peers peers();

    Standing standing();

    /** What it has come to so far. */
    default Figures figures() {
        return Figures.NONE;
    }

    /** Leaves it: gives the lease back if it has it. Within two seconds; harmless when repeated. */
    @Override
    void close();
}
