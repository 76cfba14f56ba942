package dev.liveticker.feed.websocket;

import dev.liveticker.feed.FeedSettings;
import dev.liveticker.feed.link.FeedTransport;
import dev.liveticker.feed.link.Link;
import dev.liveticker.feed.link.LinkListener;
import dev.liveticker.feed.machine.ConnectionMachine;
import dev.liveticker.feed.tls.HostPort;
import dev.liveticker.feed.tls.SecureSockets;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.client.SslEngineConfigurator;
import org.glassfish.tyrus.client.ThreadPoolConfig;
import org.glassfish.tyrus.container.jdk.client.JdkClientContainer;

/**
 * The stream over a WebSocket. Of Tyrus it uses the connection alone: its own reconnecting is off, since that is the
 * state machine's business.
 */
public final class WebSocketTransport implements FeedTransport {

    /** Of one message as it travels: Tyrus copies what it has of it each time more comes in. */
    static final int MAX_WIRE_BYTES = 1 << 20;

    /** Of one message, inflated and whole. */
    static final int MAX_MESSAGE_BYTES = 4 << 20;

    private static final int FRAME_OVERHEAD = 14;

    /** One for all: Tyrus shares its threads between clients, and stumbles when their settings differ. */
    private static final ThreadPoolConfig THREADS = ThreadPoolConfig.defaultConfig()
            .setPoolName("feed-websocket")
            .setDaemon(true)
            .setKeepAliveTime(1, TimeUnit.SECONDS);

    /**
     * Tyrus writes a stack trace to the console for each connection that is cut, which the state machine is told of
     * anyway. Held here, since a logger that nobody holds forgets its level.
     */
    private static final Logger TYRUS = Logger.getLogger("org.glassfish.tyrus.container.jdk.client.ClientFilter");

    static {
        TYRUS.setLevel(Level.OFF);
    }

    private final Executor executor;

    /** @param executor runs what may block, connecting above all */
    public WebSocketTransport(Executor executor) {
        this.executor = executor;
    }

    @Override
    public Link open(FeedSettings settings, LinkListener listener) {
        WebSocketLink link = new WebSocketLink(settings, listener, executor);
        executor.execute(() -> link.connect(client(settings)));
        return link;
    }

    private static ClientManager client(FeedSettings settings) {
        ClientManager client = ClientManager.createClient(JdkClientContainer.class.getName());
        client.getProperties()
                .put(ClientProperties.HANDSHAKE_TIMEOUT, (int) ConnectionMachine.CONNECT_DEADLINE.toMillis());
        client.getProperties().put(ClientProperties.INCOMING_BUFFER_SIZE, MAX_WIRE_BYTES + FRAME_OVERHEAD);
        client.getProperties().put(ClientProperties.SHARED_CONTAINER_IDLE_TIMEOUT, 1);
        client.getProperties().put(ClientProperties.WORKER_THREAD_POOL_CONFIG, THREADS);
        HostPort.of(settings.server())
                .map(server -> SecureSockets.to(server, settings.pin()))
                // Tyrus makes its engines with the server's name, and has Java check it in the handshake.
                .ifPresent(sockets -> client.getProperties()
                        .put(
                                ClientProperties.SSL_ENGINE_CONFIGURATOR,
                                new SslEngineConfigurator(sockets.context(), true, false, false)));
        return client;
    }
}
