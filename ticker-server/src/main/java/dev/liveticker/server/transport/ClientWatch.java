package dev.liveticker.server.transport;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.AttachmentKey;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Notices that a client went away while its request is held: Undertow does not read from a connection whose request is
 * being answered. A client that closes only its sending side counts as gone. Used on the connection's I/O thread.
 */
public final class ClientWatch {

    /** The watch of the connection's present request: close listeners cannot be taken off again. */
    private static final AttachmentKey<AtomicReference<@Nullable ClientWatch>> CURRENT =
            AttachmentKey.create(AtomicReference.class);

    private final HttpServerConnection connection;
    private final Runnable gone;
    private boolean watching = true;

    private ClientWatch(HttpServerConnection connection, Runnable gone) {
        this.connection = connection;
        this.gone = gone;
    }

    /**
     * @param gone run once on the I/O thread, unless the watch is {@link #stop stopped} before; within this call if the
     *     client went already
     */
    public static ClientWatch start(HttpServerExchange exchange, Runnable gone) {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        ClientWatch watch = new ClientWatch(connection, gone);
        if (!connection.isOpen()) {
            watch.lost();
            return watch;
        }
        current(connection).set(watch);
        // A client that sent its next request already is not read any further; a failing write tells then.
        if (connection.getExtraBytes() == null) {
            ConduitStreamSourceChannel source = connection.getChannel().getSourceChannel();
            source.setReadListener(watch::read);
            source.resumeReads();
        }
        return watch;
    }

    private static AtomicReference<@Nullable ClientWatch> current(HttpServerConnection connection) {
        AtomicReference<@Nullable ClientWatch> current = connection.getAttachment(CURRENT);
        if (current != null) {
            return current;
        }
        AtomicReference<@Nullable ClientWatch> fresh = new AtomicReference<>();
        connection.putAttachment(CURRENT, fresh);
        connection.addCloseListener(_ -> {
            ClientWatch watch = fresh.get();
            if (watch != null) {
                watch.lost();
            }
        });
        return fresh;
    }

    /** To be called before the exchange is completed, so that the next request finds the connection as usual. */
    public void stop() {
        if (watching) {
            watching = false;
            ConduitStreamSourceChannel source = connection.getChannel().getSourceChannel();
            source.suspendReads();
            source.setReadListener(null);
        }
    }

    private void read(ConduitStreamSourceChannel source) {
        if (!watching) {
            source.suspendReads();
            return;
        }
        PooledByteBuffer buffer = connection.getByteBufferPool().allocate();
        boolean kept = false;
        try {
            int count = source.read(buffer.getBuffer());
            if (count > 0) {
                buffer.getBuffer().flip();
                connection.ungetRequestBytes(buffer);
                kept = true;
                source.suspendReads();
            } else if (count < 0) {
                lost();
            }
        } catch (IOException e) {
            // The usual way for a client to go.
            lost();
        } finally {
            if (!kept) {
                buffer.close();
            }
        }
    }

    private void lost() {
        if (watching) {
            watching = false;
            gone.run();
            IoUtils.safeClose(connection);
        }
    }
}
