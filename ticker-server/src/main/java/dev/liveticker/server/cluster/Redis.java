package dev.liveticker.server.cluster;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where Redis is, and how it is spoken to. Safe in any thread.
 *
 * <p>Lettuce does not connect again by itself here: it would send again what it had not heard an answer to, and an
 * entry might be added twice. A {@link Link} that breaks is over, with all that was asked over it, and another is made.
 *
 * <p>With {@code rediss://} the server must show a certificate for its name that comes from one of the settings'
 * authorities or, where none are named, that the Java that runs the node trusts (its own list, or that of
 * {@code javax.net.ssl.trustStore}).
 */
final class Redis {

    /** How many commands may wait for an answer on one connection; far more than the node asks for at once. */
    private static final int MOST_WAITING = 10_000;

    private static final int THREADS = 2;

    private final RedisURI address;
    private final Duration patience;
    private final ClientResources resources;
    private final RedisClient client;

    /** @param patience how long connecting, and greeting, may take each */
    Redis(ClusterSettings settings, Duration patience) {
        this.address = RedisURI.create(settings.redis());
        this.address.setTimeout(patience);
        this.patience = patience;
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .sslOptions(trusting(settings.authorities()))
                .maintNotificationsConfig(MaintNotificationsConfig.disabled())
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(patience)
                        .tcpNoDelay(true)
                        .keepAlive(true)
                        .build())
                // One command that gets no answer means that none gets one; the node watches that by one of its own.
                .timeoutOptions(TimeoutOptions.builder().timeoutCommands(false).build())
                .build());
    }

    /** The file is read for each connection, so that it may be replaced. */
    private static SslOptions trusting(@Nullable Path authorities) {
        SslOptions.Builder options = SslOptions.builder().jdkSslProvider();
        return (authorities == null ? options : options.trustManager(authorities.toFile())).build();
    }

    /** Connects; fails if Redis cannot be had in time. */
    CompletableFuture<Link> connect(Keys keys, String node, Link.Events events) {
        return Link.open(client, address, keys, node, events, patience);
    }

    /** For people; without the password. */
    String where() {
        return address.getHost() + ":" + address.getPort();
    }

    /** Ends all connections and threads, soon; nobody waits. */
    @SuppressWarnings("FutureReturnValueIgnored") // There is nothing to be done if that fails.
    void close() {
        CompletableFuture<Void> ended = client.shutdownAsync(0, 250, TimeUnit.MILLISECONDS);
        ended.whenComplete((done, failure) -> resources.shutdown(0, 250, TimeUnit.MILLISECONDS));
    }
}
