package dev.liveticker.server.cluster;

import java.util.concurrent.CompletableFuture;

/** The end of the cluster's log where entries are added. Safe in any thread; nothing here waits. */
public interface Journal {

    /**
     * Adds an entry. It comes back by {@link Replica#apply} on every node, this one included, and has no effect before.
     * Entries that are added one after another by one thread keep their order.
     *
     * @param payload not to be changed any more
     * @return its index; fails with a {@link FencedException} where this node may not write such an entry any more, and
     *     with another if Redis cannot be had in time: then nobody knows whether it was added
     */
    CompletableFuture<Long> append(Entry.Kind kind, byte[] payload);
}
