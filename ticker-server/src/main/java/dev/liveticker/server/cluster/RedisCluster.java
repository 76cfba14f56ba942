package dev.liveticker.server.cluster;

import dev.liveticker.feed.machine.Backoff;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node of a cluster that meets in Redis. */
final class RedisCluster implements Cluster, Link.Events {

    private static final Logger LOG = LoggerFactory.getLogger(RedisCluster.class);

    /** How often in the time of a lease the node looks after itself. */
    private static final int BEATS = 20;

    /** Messages of others, and bytes of them, that may wait to be looked at. */
    private static final int MOST_WAITING = 10_000;

    private static final long MOST_WAITING_BYTES = 64L << 20;

    /** Messages looked at in one go, so that other things have their turn. */
    private static final int AT_ONCE = 256;

    private static final Duration LEAVING = Duration.ofSeconds(1);

    private final ClusterSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final String self = RandomNames.node(random);
    private final Counters counters = new Counters();
    private final Inbox inbox = new Inbox(MOST_WAITING, MOST_WAITING_BYTES);
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Clocks clocks = Clocks.ofMachine();
    private final Keys keys;
    private final Loop loop;
    private final Redis redis;
    private final Connector connector;
    private final Appender appender;
    private final Requests requests;
    private final RedisPeers peers;
    private volatile @Nullable Node node;
    private @Nullable Link link;

    RedisCluster(ClusterSettings settings) {
        this.settings = settings;
        this.keys = new Keys(settings.name());
        this.loop = new Loop("cluster-" + self, this::startOver);
        this.redis = new Redis(settings, Pulse.patience(settings.lease()));
        // Nodes are few, and clients wait: their waits grow from less, and to less, than those of a thousand clients.
        this.connector = new Connector(
                redis,
                keys,
                self,
                loop,
                new Backoff(
                        random::nextDouble,
                        settings.lease().dividedBy(3),
                        settings.patience().dividedBy(2)),
                this,
                this::linked);
        this.appender = new Appender(keys, settings.retained(), clocks.wall(), counters);
        this.requests = new Requests(appender);
        this.peers = new RedisPeers(self, keys, loop);
    }

    @Override
    public void start(Replica replica) {
        if (!started.compareAndSet(false, true)) {
            throw new IllegalStateException("a node joins its cluster once");
        }
        States states = new States(replica, keys, loop, counters, random);
        Node joined = new Node(self, settings, replica, states, loop, keys, appender, requests, counters, clocks);
        node = joined;
        loop.run(() -> {
            joined.beat();
            connector.connect();
        });
        loop.every(settings.lease().dividedBy(BEATS), () -> {
            joined.beat();
            if (joined.lasts()) {
                connector.lasts();
            }
        });
    }

    @Override
    public Journal journal() {
        return requests;
    }

    @Override
    public Peers peers() {
        return peers;
    }

    @Override
    public Standing standing() {
        Node joined = node;
        return joined == null ? Appearance.starting(self) : joined.standing();
    }

    @Override
    public Figures figures() {
        return counters.figures(inbox.forgotten());
    }

    @Override
    public void heard(Link from, byte[] channel, byte[] message) {
        if (Arrays.equals(channel, keys.entries())) {
            if (inbox.put(message)) {
                loop.run(this::lookThrough);
            }
        } else if (Arrays.equals(channel, keys.free())) {
            loop.run(() -> {
                Node joined = node;
                if (joined != null) {
                    joined.vacant();
                }
            });
        } else {
            peers.heard(from, message);
        }
    }

    @Override
    public void ended(Link over) {
        loop.run(() -> {
            if (over == link) {
                unlinked();
            }
        });
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        CompletableFuture<Void> left = new CompletableFuture<>();
        loop.run(() -> leave(left));
        try {
            left.get(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The lease could not be given back in time; it runs out by itself", e);
        }
        redis.close();
        loop.end();
    }

    private void leave(CompletableFuture<Void> left) {
        connector.close();
        Node joined = node;
        Link last = link;
        String lease = joined == null ? null : joined.lease();
        link = null;
        peers.unlinked();
        if (joined != null) {
            joined.leave();
        }
        if (last == null || lease == null) {
            end(last, left);
            return;
        }
        loop.when(last.tell(Script.RELEASE, Link.bytes(lease), keys.free()), done -> end(last, left), failure -> {
            LOG.warn("The lease could not be given back; it runs out by itself", failure);
            end(last, left);
        });
    }

    private void end(@Nullable Link last, CompletableFuture<Void> left) {
        if (last == null) {
            left.complete(null);
        } else {
            last.close();
            loop.when(last.closed(), done -> left.complete(null), left::completeExceptionally);
        }
    }

    private void linked(Link made) {
        Node joined = node;
        if (joined == null || !made.isOpen()) {
            connector.connectLater();
            return;
        }
        link = made;
        // What was heard over the link before is in the log, if it is of any use.
        inbox.clear();
        counters.links.increment();
        peers.linked(made);
        joined.linked(made);
    }

    private void unlinked() {
        link = null;
        // First, so that there will be another whatever goes wrong below.
        connector.connectLater();
        peers.unlinked();
        Node joined = node;
        if (joined != null) {
            LOG.warn("Node {} has lost Redis at {}", self, redis.where());
            joined.unlinked();
        }
    }

    private void startOver() {
        Node joined = node;
        if (joined != null) {
            joined.startOver();
        }
    }

    private void lookThrough() {
        Node joined = node;
        for (byte[] message : inbox.take(AT_ONCE)) {
            if (joined != null) {
                joined.heard(message);
            }
        }
        if (joined != null) {
            joined.heardAll();
        }
        if (!inbox.isEmpty()) {
            loop.run(this::lookThrough);
        }
    }
}
