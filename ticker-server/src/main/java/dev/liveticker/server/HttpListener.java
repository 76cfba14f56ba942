package dev.liveticker.server;

import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.LoginGuard;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.poll.Polls;
import dev.liveticker.server.transport.poll.SessionMessages;
import dev.liveticker.server.transport.rest.Health;
import dev.liveticker.server.transport.rest.MarketQueries;
import dev.liveticker.server.transport.rest.StatusQuery;
import dev.liveticker.server.transport.sse.EventStreams;
import dev.liveticker.server.transport.websocket.WebSockets;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import org.xnio.Options;

/** The port, and all that is served there. */
final class HttpListener implements AutoCloseable {

    /** Room for the addresses of some thousand symbols, and no more. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private static final int MAX_HEADERS = 100;

    /**
     * How much of a body that was refused is read to its end: closing at once would reset the connection, and the
     * client would never see why.
     */
    private static final long MAX_REFUSED_BODY = 1 << 20;

    private static final int MAX_PARAMETERS = 1_000;
    private static final int IDLE_MILLIS = 75_000;
    private static final int HEADER_DEADLINE_MILLIS = 10_000;
    private static final int STOP_MILLIS = 200;
    /** Connections that have no place in the hub: REST, and those about to be refused. */
    private static final int SPARE_CONNECTIONS = 1_000;

    /** What the system may keep for a client that does not read; by itself it goes up to several megabytes. */
    private static final int SEND_BUFFER_BYTES = 256 * 1024;

    private static final Duration GOODBYE = Duration.ofMillis(300);

    private final Undertow undertow;
    private final GracefulShutdownHandler requests;
    private final WebSockets webSockets;
    private volatile boolean ready = true;

    private HttpListener(Hub hub, ServerOptions options, int maxSubscribers) {
        Handoff.PerThread handoffs = new Handoff.PerThread();
        Gate gate = new Gate(options.access(), options.host(), isLoopback(options.host()), LoginGuard.OPEN);
        webSockets = new WebSockets(hub, gate, handoffs, options.heartbeat().multipliedBy(2));
        Routes routes = new Routes(gate)
                .introduce("/v1/ws", webSockets).stream("/v1/events", new EventStreams(hub, handoffs)).stream(
                                "/v1/updates", new Polls(hub, handoffs, maxSubscribers, InstantSource.system()))
                        .post("/v1/sessions/{id}/messages", new SessionMessages(hub, gate));
        MarketQueries.addTo(routes, hub);
        StatusQuery.addTo(routes, hub);
        Health.addTo(routes, () -> ready);
        requests = new GracefulShutdownHandler(routes);
        undertow = Undertow.builder()
                .addHttpListener(options.port(), options.host())
                .setHandler(requests)
                .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
                .setServerOption(UndertowOptions.DECODE_URL, false)
                // People type ^GSPC; Query checks each character itself.
                .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .setServerOption(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_REFUSED_BODY)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, HEADER_DEADLINE_MILLIS)
                .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, STOP_MILLIS)
                .setSocketOption(Options.SEND_BUFFER, SEND_BUFFER_BYTES)
                .setSocketOption(Options.CONNECTION_HIGH_WATER, maxSubscribers + SPARE_CONNECTIONS)
                .setSocketOption(Options.CONNECTION_LOW_WATER, maxSubscribers + SPARE_CONNECTIONS)
                .build();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // It cannot be listened on either, and that says why.
            return false;
        }
    }

    /** @throws IOException if the port cannot be had */
    static HttpListener start(Hub hub, ServerOptions options, int maxSubscribers) throws IOException {
        HttpListener listener = new HttpListener(hub, options, maxSubscribers);
        try {
            listener.undertow.start();
        } catch (RuntimeException e) {
            // Undertow wraps what went wrong with the port.
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
        return listener;
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return (InetSocketAddress) undertow.getListenerInfo().getFirst().getAddress();
    }

    /** Tells whoever asks that this server is about to go. */
    void notReady() {
        ready = false;
    }

    /** Lets answers and good-byes out for a moment, then cuts what is left. */
    @Override
    public void close() {
        requests.shutdown();
        try {
            // Handshakes first: only then are all sockets known.
            requests.awaitShutdown(GOODBYE.toMillis());
            webSockets.awaitClosed(GOODBYE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        undertow.stop();
        webSockets.close();
    }
}
