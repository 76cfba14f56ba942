package dev.liveticker.server.cluster;

import dev.liveticker.server.cluster.PeerMessage.Answer;
import dev.liveticker.server.cluster.PeerMessage.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other nodes, each by a channel of its own in Redis. Safe in any thread. */
final class RedisPeers implements Peers {

    private static final Logger LOG = LoggerFactory.getLogger(RedisPeers.class);

    static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Questions asked, or being answered, at once. */
    static final int MOST_OPEN = 1_000;

    private final String self;
    private final Keys keys;
    private final Loop loop;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicInteger asking = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final Map<Long, CompletableFuture<Optional<byte[]>>> open = new ConcurrentHashMap<>();
    private volatile @Nullable Link link;
    private volatile @Nullable Function<byte[], CompletableFuture<byte[]>> answer;

    RedisPeers(String self, Keys keys, Loop loop) {
        this.self = self;
        this.keys = keys;
        this.loop = loop;
    }

    @Override
    public String self() {
        return self;
    }

    @Override
    public CompletableFuture<Optional<byte[]>> ask(String node, byte[] question) {
        Link now = link;
        if (now == null) {
            return CompletableFuture.failedFuture(new IOException("the node is not connected to its cluster"));
        }
        if (asking.incrementAndGet() > MOST_OPEN) {
            asking.decrementAndGet();
            return CompletableFuture.failedFuture(new IOException("too many questions to other nodes are open"));
        }
        long number = numbers.incrementAndGet();
        CompletableFuture<Optional<byte[]>> said = new CompletableFuture<>();
        open.put(number, said);
        CompletableFuture<Optional<byte[]>> answered = said.completeOnTimeout(
                        Optional.empty(), PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((outcome, failure) -> {
                    open.remove(number);
                    asking.decrementAndGet();
                });
        loop.when(
                now.publish(keys.node(node), new Question(number, self, question).form()),
                heard -> {
                    if (heard == 0) {
                        said.complete(Optional.empty());
                    }
                },
                said::completeExceptionally);
        return answered;
    }

    @Override
    public void answering(Function<byte[], CompletableFuture<byte[]>> how) {
        answer = how;
    }

    void linked(Link newLink) {
        link = newLink;
    }

    void unlinked() {
        link = null;
    }

    /** Something came for this node; called on a thread that may not be blocked. */
    void heard(Link from, byte[] message) {
        PeerMessage read;
        try {
            read = PeerMessage.of(message);
        } catch (IllegalArgumentException e) {
            LOG.warn("Another node sent something that this one does not understand", e);
            return;
        }
        switch (read) {
            case Question question -> answer(from, question);
            case Answer said -> {
                CompletableFuture<Optional<byte[]>> waiting = open.get(said.number());
                if (waiting != null) {
                    waiting.complete(Optional.of(said.body()));
                }
            }
        }
    }

    private void answer(Link from, Question question) {
        Function<byte[], CompletableFuture<byte[]>> how = answer;
        if (how == null || answers.get() >= MOST_OPEN) {
            // Who asks takes silence for an answer, after two seconds.
            return;
        }
        answers.incrementAndGet();
        loop.run(() -> {
            CompletableFuture<byte[]> said;
            try {
                said = how.apply(question.body());
            } catch (RuntimeException e) {
                said = CompletableFuture.failedFuture(e);
            }
            loop.when(
                    said.copy()
                            .orTimeout(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                            .thenCompose(body -> from.publish(
                                    keys.node(question.asker()), new Answer(question.number(), body).form())),
                    heard -> answers.decrementAndGet(),
                    failure -> {
                        answers.decrementAndGet();
                        LOG.warn("A question of node {} was not answered", question.asker(), failure);
                    });
        });
    }
}
