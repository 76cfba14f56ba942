package dev.liveticker.server.cluster;

import java.util.concurrent.CompletableFuture;

/**
 * What a node makes of the log: the same state as every other node that has applied the same entries. Called by one
 * thread, one call at a time; none may wait for Redis.
 */
public interface Replica {

    /** The state after all entries applied so far, made while others are applied. */
    CompletableFuture<State> capture();

    /**
     * Becomes what a state says, whatever was before. Clients that are there are sent away, to come again.
     *
     * @throws UnfitStateException if it is of another market or another version; nothing has changed then
     */
    void restore(State state) throws UnfitStateException;

    /**
     * Takes in the entry that follows the last. May wait for a while for what is behind it, and the cluster's one
     * thread with it, at the risk of the lease.
     *
     * @throws RuntimeException if it cannot; the node then takes up a state
     */
    void apply(Entry entry);

    /** Runs the market from now on, from where its prices are, and adds what happens. */
    void lead(Journal fenced);

    /**
     * Runs the market no longer; nothing is added once it returned. Waits until the market is closed. Harmless when it
     * does not run it.
     */
    void follow();

    /**
     * The node has been without the cluster for too long to be of use, or is of use again. Clients are sent away, and
     * no more let in, until then.
     */
    void serving(boolean useful);
}
