package dev.liveticker.server.cluster;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.Range.Boundary;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Three connections to Redis that live and die together. Safe in any thread; nothing waits.
 *
 * <ul>
 *   <li>One for what is short and must be quick: entries to be added, the lease, messages to other nodes. Commands are
 *       pipelined on it: each is sent at once, whether or not the ones before were answered, and they are carried out
 *       in the order in which they were sent. Several connections would not be quicker, since Redis carries out one
 *       command at a time, and would lose that order.
 *   <li>One for what is large: states and pages of the log. A state of some megabytes would otherwise hold the lease
 *       up.
 *   <li>One for what Redis publishes, which is never kept waiting by an answer.
 * </ul>
 *
 * There is no pool: a node needs three connections whatever its clients do.
 */
final class Link {

    /** Who is told; called on threads that may not be blocked. */
    interface Events {

        /** Something was published. */
        void heard(Link link, byte[] channel, byte[] message);

        /** It is over; said once, also of one that never came to be of use. */
        void ended(Link link);
    }

    /** How long an answer may take that is large. */
    private static final Duration LARGE = Duration.ofSeconds(20);

    private final Keys keys;
    private final StatefulRedisConnection<byte[], byte[]> quick;
    private final StatefulRedisConnection<byte[], byte[]> large;
    private final StatefulRedisPubSubConnection<byte[], byte[]> published;
    private final Events events;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    private Link(
            Keys keys,
            StatefulRedisConnection<byte[], byte[]> quick,
            StatefulRedisConnection<byte[], byte[]> large,
            StatefulRedisPubSubConnection<byte[], byte[]> published,
            Events events) {
        this.keys = keys;
        this.quick = quick;
        this.large = large;
        this.published = published;
        this.events = events;
    }

    /**
     * Connects, loads the scripts and subscribes to the cluster's entries and to what is for this node.
     *
     * @param patience how long loading and subscribing may take, and half of what connecting may
     */
    static CompletableFuture<Link> open(
            RedisClient client, RedisURI address, Keys keys, String node, Events events, Duration patience) {
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> quick =
                client.connectAsync(ByteArrayCodec.INSTANCE, address).toCompletableFuture();
        CompletableFuture<StatefulRedisConnection<byte[], byte[]>> large =
                client.connectAsync(ByteArrayCodec.INSTANCE, address).toCompletableFuture();
        CompletableFuture<StatefulRedisPubSubConnection<byte[], byte[]>> published =
                client.connectPubSubAsync(ByteArrayCodec.INSTANCE, address).toCompletableFuture();
        return CompletableFuture.allOf(quick, large, published)
                .orTimeout(patience.multipliedBy(2).toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((all, failure) -> {
                    if (failure != null) {
                        endWhenMade(quick);
                        endWhenMade(large);
                        endWhenMade(published);
                    }
                })
                .thenCompose(all ->
                        new Link(keys, quick.join(), large.join(), published.join(), events).begin(node, patience));
    }

    private CompletableFuture<Link> begin(String node, Duration patience) {
        watch(quick);
        watch(large);
        watch(published);
        published.addListener(new RedisPubSubAdapter<byte[], byte[]>() {
            @Override
            public void message(byte[] channel, byte[] message) {
                events.heard(Link.this, channel, message);
            }
        });
        List<CompletableFuture<?>> steps = new ArrayList<>();
        // Scripts are the server's, not a connection's.
        for (Script script : Script.values()) {
            steps.add(quick.async().scriptLoad(script.text()).toCompletableFuture());
        }
        steps.add(published
                .async()
                .subscribe(keys.entries(), keys.free(), keys.node(node))
                .toCompletableFuture());
        return CompletableFuture.allOf(steps.toArray(CompletableFuture<?>[]::new))
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((all, failure) -> {
                    if (failure != null) {
                        close();
                    }
                })
                .thenApply(all -> this);
    }

    /** Whether it can still be used, as far as is known. */
    boolean isOpen() {
        return !over.get();
    }

    /** Has Redis run a script that answers with several things. */
    CompletableFuture<List<Object>> ask(Script script, byte[]... arguments) {
        return run(quick, script, ScriptOutputType.MULTI, arguments);
    }

    /** Has Redis run a script that answers with a number. */
    CompletableFuture<Long> tell(Script script, byte[]... arguments) {
        return run(quick, script, ScriptOutputType.INTEGER, arguments);
    }

    /** Likewise, with something large to be carried. */
    CompletableFuture<Long> carry(Script script, byte[]... arguments) {
        return this.<Long>run(large, script, ScriptOutputType.INTEGER, arguments)
                .orTimeout(LARGE.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Fields of a hash, in the order asked for; those that are absent are empty. */
    CompletableFuture<List<byte[]>> fields(byte[] key, String... names) {
        byte[][] fields = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            fields[i] = bytes(names[i]);
        }
        return large.async()
                .hmget(key, fields)
                .toCompletableFuture()
                .thenApply(values -> values.stream().map(Link::value).toList())
                .orTimeout(LARGE.toNanos(), TimeUnit.NANOSECONDS);
    }

    /**
     * A part of the log.
     *
     * @param from the index to begin with
     * @param most how many entries
     * @throws IllegalArgumentException (in the future) if one cannot be read
     */
    CompletableFuture<List<LogEntry>> read(long from, int most) {
        return large.async()
                .xrange(keys.log(), Range.from(Boundary.including(from + "-0"), Boundary.unbounded()), Limit.from(most))
                .toCompletableFuture()
                .thenApply(messages -> messages.stream().map(Link::entry).toList())
                .orTimeout(LARGE.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Publishes; how many heard it. */
    CompletableFuture<Long> publish(byte[] channel, byte[] message) {
        return quick.async().publish(channel, message).toCompletableFuture();
    }

    /** Whether what is published still comes through; fails, or never answers, if not. */
    CompletableFuture<String> listening() {
        return published.async().ping().toCompletableFuture();
    }

    /** Ends it; harmless when repeated. */
    void close() {
        if (over.compareAndSet(false, true)) {
            quietly(CompletableFuture.allOf(quick.closeAsync(), large.closeAsync(), published.closeAsync()));
            events.ended(this);
        }
    }

    /** Done once it has ended and all its connections are closed. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] bytes(long number) {
        return bytes(Long.toString(number));
    }

    private <T> CompletableFuture<T> run(
            StatefulRedisConnection<byte[], byte[]> over, Script script, ScriptOutputType answer, byte[]... arguments) {
        RedisAsyncCommands<byte[], byte[]> commands = over.async();
        return commands.<T>evalsha(script.digest(), answer, keys.of(script), arguments)
                .toCompletableFuture();
    }

    private void watch(StatefulConnection<byte[], byte[]> connection) {
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> which) {
                close();
            }
        });
        if (!connection.isOpen()) {
            close();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // As below; one that is never made needs no end.
    private static void endWhenMade(CompletableFuture<? extends StatefulConnection<byte[], byte[]>> connection) {
        connection.thenAccept(Link::end);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Both ways it can end are the same here.
    private void quietly(CompletableFuture<Void> closing) {
        closing.whenComplete((done, failure) -> closed.complete(null));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // It is being left; there is nothing to be done if that fails.
    private static void end(StatefulConnection<byte[], byte[]> connection) {
        connection.closeAsync();
    }

    private static byte[] value(KeyValue<byte[], byte[]> field) {
        return field.getValueOrElse(new byte[0]);
    }

    private static LogEntry entry(StreamMessage<byte[], byte[]> message) {
        byte[] form = message.getBody().values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("entry " + message.getId() + " is empty"));
        return LogEntry.stored(Survey.index(message.getId()), form);
    }
}
