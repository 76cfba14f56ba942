package dev.liveticker.server;

import dev.liveticker.server.cluster.Cluster;
import dev.liveticker.server.cluster.Journal;
import dev.liveticker.server.cluster.Peers;
import dev.liveticker.server.cluster.Replica;
import dev.liveticker.server.cluster.Standing;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A node's part in a cluster that a test makes up; nodes with the same {@code network} can ask each other. */
final class FakeCluster implements Cluster, Peers {

    private final String self;
    private final Map<String, Function<byte[], CompletableFuture<byte[]>>> network;
    volatile Standing.Role role = Standing.Role.FOLLOWING;
    volatile boolean away;

    FakeCluster(String self, Map<String, Function<byte[], CompletableFuture<byte[]>>> network) {
        this.self = self;
        this.network = network;
    }

    static Map<String, Function<byte[], CompletableFuture<byte[]>>> network() {
        return new ConcurrentHashMap<>();
    }

    /** Answers as another node too, such as the one that sessions made here say they are of. */
    void alsoKnownAs(String name) {
        network.put(name, network.get(self));
    }

    @Override
    public void start(Replica replica) {
        throw new UnsupportedOperationException("nothing is followed here");
    }

    @Override
    public Journal journal() {
        return (kind, payload) -> CompletableFuture.failedFuture(new IOException("there is no log"));
    }

    @Override
    public Peers peers() {
        return this;
    }

    @Override
    public Standing standing() {
        return new Standing(role, self, "0000000a", "k3fa9x", 812, Duration.ofMillis(4));
    }

    @Override
    public void close() {
        network.remove(self);
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> ask(String node, byte[] question) {
        if (away) {
            return CompletableFuture.failedFuture(new IOException("Redis is gone"));
        }
        Function<byte[], CompletableFuture<byte[]>> answer = network.get(node);
        return answer == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : answer.apply(question).thenApply(Optional::of);
    }

    @Override
    public void answering(Function<byte[], CompletableFuture<byte[]>> answer) {
        network.put(self, answer);
    }
}
