package dev.liveticker.server;

import dev.liveticker.server.fault.Line;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.liveness.VanishedPeers;
import io.undertow.Undertow;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * A port, its threads, and the {@link Doorway} before it. Made by hand instead of by Undertow's builder, which leaves
 * no place for one: a connection that never says anything would be seen by nobody.
 */
final class Port implements AutoCloseable {

    /** What the system may keep for a client that does not read; by itself it goes up to several megabytes. */
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private static final int BACKLOG = 1_000;

    /** Past this, connections are not even accepted; far more than the doorway lets through. */
    private static final int HARD_LIMIT = 1_000_000;

    /** RFC 8996 forbids the older ones. */
    private static final Sequence<String> TLS_VERSIONS = Sequence.of("TLSv1.3", "TLSv1.2");

    private static final long SMALL_HEAP = 128L << 20;
    private static final int BUFFER_BYTES = 16 * 1024 - 20;
    private static final int SMALL_BUFFER_BYTES = 1024;
    private static final Duration STOP = Duration.ofMillis(200);

    private final XnioWorker worker;
    private final ByteBufferPool buffers;
    private final AcceptingChannel<? extends StreamConnection> channel;
    private final @Nullable UndertowXnioSsl ssl;
    private final VanishedPeers liveness;

    private Port(
            XnioWorker worker,
            ByteBufferPool buffers,
            AcceptingChannel<? extends StreamConnection> channel,
            @Nullable UndertowXnioSsl ssl,
            VanishedPeers liveness) {
        this.worker = worker;
        this.buffers = buffers;
        this.channel = channel;
        this.ssl = ssl;
        this.liveness = liveness;
    }

    /**
     * What is served.
     *
     * @param requests of connections that are let in
     * @param tooManyOfAddress answers a connection whose address has too many
     * @param full answers a connection that is one too many
     */
    record Handlers(HttpHandler requests, HttpHandler tooManyOfAddress, HttpHandler full) {}

    /**
     * Begins to listen.
     *
     * @param tls absent to speak without encryption
     * @param line that each connection goes through on its way out; absent for none
     * @throws IOException if the port cannot be had
     */
    static Port open(
            InetSocketAddress address,
            @Nullable SSLContext tls,
            OptionMap http,
            Handlers handlers,
            Limits limits,
            @Nullable Line line)
            throws IOException {
        int ioThreads = Runtime.getRuntime().availableProcessors();
        // Requests that take time only take processor time: more at once would take it from the streams.
        int workers = 2 * ioThreads;
        boolean small = Runtime.getRuntime().maxMemory() < SMALL_HEAP;
        ByteBufferPool buffers = new DefaultByteBufferPool(true, small ? SMALL_BUFFER_BYTES : BUFFER_BYTES, -1, 4);
        XnioWorker worker = Xnio.getInstance(Undertow.class.getClassLoader())
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "http")
                        .set(Options.WORKER_IO_THREADS, ioThreads)
                        .set(Options.WORKER_TASK_CORE_THREADS, workers)
                        .set(Options.WORKER_TASK_MAX_THREADS, workers)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        try {
            HttpOpenListener served = opener(buffers, http, handlers.requests());
            Doorway doorway = new Doorway(
                    limits.connections(),
                    limits.settings().headerDeadline(),
                    line,
                    served,
                    opener(buffers, http, handlers.tooManyOfAddress()),
                    opener(buffers, http, handlers.full()));
            served.setRootHandler(exchange -> {
                doorway.spoke(exchange.getSourceAddress(), Doorway.asksForWebSocket(exchange.getRequestHeaders()));
                handlers.requests().handleRequest(exchange);
            });
            OptionMap sockets = sockets(ioThreads);
            UndertowXnioSsl ssl = tls == null
                    ? null
                    : new UndertowXnioSsl(Xnio.getInstance(), OptionMap.create(Options.USE_DIRECT_BUFFERS, true), tls);
            AcceptingChannel<? extends StreamConnection> channel = ssl == null
                    ? worker.createStreamConnectionServer(
                            address, ChannelListeners.openListenerAdapter(doorway), sockets)
                    : ssl.createSslConnectionServer(
                            worker, address, ChannelListeners.openListenerAdapter(doorway), sockets);
            channel.resumeAccepts();
            int port = channel.getLocalAddress(InetSocketAddress.class).getPort();
            return new Port(
                    worker,
                    buffers,
                    channel,
                    ssl,
                    VanishedPeers.watch(port, doorway::anyoneUnpinged, doorway::vanished));
        } catch (IOException | RuntimeException e) {
            worker.shutdownNow();
            buffers.close();
            throw e;
        }
    }

    private static OptionMap sockets(int ioThreads) {
        return OptionMap.builder()
                .set(Options.WORKER_IO_THREADS, ioThreads)
                .set(Options.TCP_NODELAY, true)
                .set(Options.REUSE_ADDRESSES, true)
                .set(Options.BACKLOG, BACKLOG)
                .set(Options.SEND_BUFFER, SEND_BUFFER_BYTES)
                .set(Options.CONNECTION_HIGH_WATER, HARD_LIMIT)
                .set(Options.CONNECTION_LOW_WATER, HARD_LIMIT)
                .set(Options.SSL_ENABLED_PROTOCOLS, TLS_VERSIONS)
                .getMap();
    }

    private static HttpOpenListener opener(ByteBufferPool buffers, OptionMap http, HttpHandler root) {
        HttpOpenListener opener = new HttpOpenListener(buffers, http);
        opener.setRootHandler(root);
        return opener;
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return channel.getLocalAddress(InetSocketAddress.class);
    }

    /** For connections from now on; those that are open stay as they are. Without effect where no TLS is spoken. */
    void replace(SSLContext tls) {
        if (ssl != null) {
            ssl.updateSSLContext(tls);
        }
    }

    /** Cuts every connection. No I/O thread runs any more after this, unless one hangs. */
    @Override
    public void close() {
        IoUtils.safeClose(channel);
        liveness.close();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
        buffers.close();
    }
}
