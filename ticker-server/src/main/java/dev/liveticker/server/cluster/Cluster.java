package dev.liveticker.server.cluster;

/** This node's part in its cluster. Safe in any thread. */
public interface Cluster extends AutoCloseable {

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

    /** Leaves it: gives the lease back if it has it. Within two seconds; harmless when repeated. */
    @Override
    void close();
}
