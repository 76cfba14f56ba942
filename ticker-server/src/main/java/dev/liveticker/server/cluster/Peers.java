package dev.liveticker.server.cluster;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The other nodes. Safe in any thread; nothing here waits. */
public interface Peers {

    /** This node's name: 8 hexadecimal digits, other ones at each start. Sessions' ids begin with it. */
    String self();

    /**
     * Asks another node.
     *
     * @return its answer; empty if there is no such node or it says nothing within two seconds. Fails if Redis cannot
     *     be had.
     */
    CompletableFuture<Optional<byte[]>> ask(String node, byte[] question);

    /** What this node answers others with; called on a thread that may not be blocked. To be said once. */
    void answering(Function<byte[], CompletableFuture<byte[]>> answer);
}
