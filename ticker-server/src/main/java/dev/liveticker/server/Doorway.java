package dev.liveticker.server;

import dev.liveticker.server.fault.Cut;
import dev.liveticker.server.fault.Line;
import dev.liveticker.server.limit.OpenConnections;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;

/**
 * Where every connection comes in, before it has said anything: counts it, and leads it to where it is served, or where
 * it is told that it is one too many. Called on I/O threads.
 */
final class Doorway implements ChannelListener<StreamConnection> {

    private static final Logger log = LoggerFactory.getLogger(Doorway.class);
    private static final String WEBSOCKET = "websocket";

    private final OpenConnections count;
    private final ChannelListener<StreamConnection> served;
    private final ChannelListener<StreamConnection> tooManyOfAddress;
    private final ChannelListener<StreamConnection> full;
    private final Duration deadline;
    private final @Nullable Line line;
    private final Map<InetSocketAddress, Visitor> byPeer = new ConcurrentHashMap<>();

    private static final class Visitor {

        private final StreamConnection connection;
        private volatile boolean spoke;

        /** Whether it asked to become a WebSocket, which finds out by pings of its own who is gone. */
        private volatile boolean pinged;

        Visitor(StreamConnection connection) {
            this.connection = connection;
        }
    }

    /**
     * @param deadline for the head of the first request: a connection that says nothing holds a place for nothing
     * @param line that each connection goes through on its way out; absent for none
     */
    Doorway(
            OpenConnections count,
            Duration deadline,
            @Nullable Line line,
            ChannelListener<StreamConnection> served,
            ChannelListener<StreamConnection> tooManyOfAddress,
            ChannelListener<StreamConnection> full) {
        this.count = count;
        this.deadline = deadline;
        this.line = line;
        this.served = served;
        this.tooManyOfAddress = tooManyOfAddress;
        this.full = full;
    }

    @Override
    public void handleEvent(StreamConnection connection) {
        InetSocketAddress peer = connection.getPeerAddress(InetSocketAddress.class);
        if (peer == null || peer.getAddress() == null) {
            // Gone already.
            IoUtils.safeClose(connection);
            return;
        }
        OpenConnections.Admission admission = count.admit(peer.getAddress());
        if (admission == OpenConnections.Admission.DROPPED) {
            Cut.off(connection);
            return;
        }
        Visitor visitor = new Visitor(connection);
        byPeer.put(peer, visitor);
        XnioExecutor.Key timer = connection
                .getIoThread()
                .executeAfter(() -> cutIfSilent(visitor), deadline.toMillis(), TimeUnit.MILLISECONDS);
        Runnable off = line == null ? () -> {} : line.open(connection, peer);
        // Called at once if it is closed already.
        connection.setCloseListener(_ -> {
            timer.remove();
            byPeer.remove(peer, visitor);
            off.run();
            count.gone(peer.getAddress());
        });
        switch (admission) {
            case OPEN -> served.handleEvent(connection);
            case TOO_MANY_OF_ADDRESS -> tooManyOfAddress.handleEvent(connection);
            case FULL -> full.handleEvent(connection);
            case DROPPED -> throw new AssertionError("dropped above");
        }
    }

    private static void cutIfSilent(Visitor visitor) {
        if (!visitor.spoke) {
            IoUtils.safeClose(visitor.connection);
        }
    }

    /**
     * The head of a request of this peer is whole.
     *
     * @param webSocket whether it {@link #asksForWebSocket asks} to become one
     */
    void spoke(InetSocketAddress peer, boolean webSocket) {
        Visitor visitor = byPeer.get(peer);
        if (visitor != null) {
            visitor.spoke = true;
            visitor.pinged = webSocket;
        }
    }

    /** Whether a request asks to become a WebSocket. Java's own client asks for HTTP/2 by the same field. */
    static boolean asksForWebSocket(HeaderMap request) {
        return WEBSOCKET.equalsIgnoreCase(request.getFirst(Headers.UPGRADE));
    }

    /** Whether there is a connection that nobody pings. */
    boolean anyoneUnpinged() {
        return byPeer.values().stream().anyMatch(visitor -> !visitor.pinged);
    }

    /** Ends the connection with this peer, if there is one, from any thread. */
    void vanished(InetSocketAddress peer) {
        Visitor visitor = byPeer.get(peer);
        if (visitor != null) {
            log.debug("{} acknowledges nothing and is given up", peer);
            visitor.connection.getIoThread().execute(() -> Cut.off(visitor.connection));
        }
    }
}
