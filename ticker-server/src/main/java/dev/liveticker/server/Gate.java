package dev.liveticker.server;

import dev.liveticker.server.limit.OpenConnections;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.StreamConnection;

/**
 * Where every connection comes in, before it has said anything: counts it, and leads it to where it is served, or where
 * it is told that it is one too many. Called on I/O threads.
 */
final class Gate implements ChannelListener<StreamConnection> {

    private static final Logger log = LoggerFactory.getLogger(Gate.class);

    private final OpenConnections count;
    private final ChannelListener<StreamConnection> served;
    private final ChannelListener<StreamConnection> tooManyOfAddress;
    private final ChannelListener<StreamConnection> full;
    private final Map<InetSocketAddress, StreamConnection> byPeer = new ConcurrentHashMap<>();

    Gate(
            OpenConnections count,
            ChannelListener<StreamConnection> served,
            ChannelListener<StreamConnection> tooManyOfAddress,
            ChannelListener<StreamConnection> full) {
        this.count = count;
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
            abort(connection);
            return;
        }
        byPeer.put(peer, connection);
        // Called at once if it is closed already.
        connection.setCloseListener(_ -> {
            byPeer.remove(peer, connection);
            count.gone(peer.getAddress());
        });
        switch (admission) {
            case OPEN -> served.handleEvent(connection);
            case TOO_MANY_OF_ADDRESS -> tooManyOfAddress.handleEvent(connection);
            case FULL -> full.handleEvent(connection);
            case DROPPED -> throw new AssertionError("dropped above");
        }
    }

    /** Ends the connection with this peer, if there is one, from any thread. */
    void vanished(InetSocketAddress peer) {
        StreamConnection connection = byPeer.get(peer);
        if (connection != null) {
            log.debug("{} acknowledges nothing and is given up", peer);
            connection.getIoThread().execute(() -> abort(connection));
        }
    }

    /** Without waiting for what was sent to arrive. */
    private static void abort(StreamConnection connection) {
        try {
            connection.setOption(Options.CLOSE_ABORT, true);
        } catch (IOException e) {
            // Closed already, then.
        }
        IoUtils.safeClose(connection);
    }
}
