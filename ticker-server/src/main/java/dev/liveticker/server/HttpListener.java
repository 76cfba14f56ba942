package dev.liveticker.server;

import dev.liveticker.message.End;
import dev.liveticker.server.access.TrustedProxies;
import dev.liveticker.server.archive.PastBars;
import dev.liveticker.server.cluster.Cluster;
import dev.liveticker.server.fault.Faults;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.HubSettings;
import dev.liveticker.server.limit.LimitSettings;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.metric.Meters;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.ProxiedRequests;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.SecurityHeaders;
import dev.liveticker.server.transport.alpaca.AlpacaStream;
import dev.liveticker.server.transport.board.BoardPage;
import dev.liveticker.server.transport.fault.FaultCommands;
import dev.liveticker.server.transport.fault.FaultGate;
import dev.liveticker.server.transport.poll.Polls;
import dev.liveticker.server.transport.poll.SessionMessages;
import dev.liveticker.server.transport.rest.Health;
import dev.liveticker.server.transport.rest.MarketQueries;
import dev.liveticker.server.transport.rest.Scrape;
import dev.liveticker.server.transport.rest.StandingGate;
import dev.liveticker.server.transport.rest.StatusQuery;
import dev.liveticker.server.transport.socketio.SocketIo;
import dev.liveticker.server.transport.sse.EventStreams;
import dev.liveticker.server.transport.websocket.WebSockets;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;

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

    /** For whoever is one too many, at whatever it asks. */
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private static final Duration GOODBYE = Duration.ofMillis(300);

    private final Port port;
    private final GracefulShutdownHandler requests;
    private final WebSockets webSockets;
    private volatile boolean ready = true;

    private HttpListener(
            Hub hub,
            PastBars past,
            ServerOptions options,
            HubSettings settings,
            @Nullable SSLContext tls,
            @Nullable Faults faults,
            Meters meters,
            @Nullable Cluster cluster)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(options.host()), options.port());
        TrustedProxies proxies = options.access().proxies();
        Limits limits = new Limits(options.limits(), proxies::contains, System::nanoTime);
        Handoff.PerThread handoffs = new Handoff.PerThread(hub::drained);
        Gate gate =
                new Gate(options.access(), options.host(), address.getAddress().isLoopbackAddress(), limits);
        BooleanSupplier keepsBack = faults == null ? () -> false : faults.line()::keepsBack;
        webSockets =
                new WebSockets(hub, gate, handoffs, limits, settings.heartbeat().multipliedBy(2), keepsBack);
        Routes routes = new Routes(gate)
                .introduce("/v1/ws", webSockets).stream("/v1/events", new EventStreams(hub, handoffs)).stream(
                                "/v1/updates",
                                new Polls(hub, handoffs, settings.maxSubscribers(), InstantSource.system()))
                        .post(
                                "/v1/sessions/{id}/messages",
                                new SessionMessages(hub, gate, limits, cluster == null ? null : cluster.peers()));
        SocketIo.addTo(routes, hub, gate, handoffs, limits, webSockets);
        AlpacaStream.addTo(routes, hub, gate, handoffs, limits, webSockets);
        MarketQueries.addTo(routes, hub, past);
        BoardPage.addTo(routes);
        StatusQuery.addTo(routes, hub);
        Health.addTo(routes, () -> ready, cluster == null ? null : cluster::standing);
        Scrape.addTo(routes, meters::scrape);
        HttpHandler served = cluster == null ? routes : new StandingGate(cluster::standing, routes);
        if (faults != null) {
            FaultCommands.addTo(routes, faults);
            served = new FaultGate(faults, served);
        }
        Refusals refusals = new Refusals(hub.connections());
        meters.doors(hub, refusals, gate.logins(), limits.connections(), webSockets::compression);
        requests = new GracefulShutdownHandler(new RequestGate(limits, refusals, served));
        port = Port.open(
                address,
                tls,
                httpOptions(limits.settings()),
                new Port.Handlers(
                        new ProxiedRequests(proxies, new SecurityHeaders(requests)),
                        new SecurityHeaders(exchange -> tooManyOfAddress(exchange, refusals)),
                        new SecurityHeaders(exchange -> full(exchange, refusals))),
                limits,
                faults == null ? null : faults.line());
    }

    private static OptionMap httpOptions(LimitSettings limits) {
        return OptionMap.builder()
                .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
                .set(UndertowOptions.ENABLE_HTTP2, false)
                .set(UndertowOptions.DECODE_URL, false)
                // People type ^GSPC; Query checks each character itself.
                .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
                .set(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .set(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
                .set(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS)
                .set(UndertowOptions.MAX_ENTITY_SIZE, MAX_REFUSED_BODY)
                .set(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
                .set(
                        UndertowOptions.REQUEST_PARSE_TIMEOUT,
                        Math.toIntExact(limits.headerDeadline().toMillis()))
                .getMap();
    }

    private static void tooManyOfAddress(HttpServerExchange exchange, Refusals refusals) {
        refusals.follow(exchange);
        exchange.setPersistent(false);
        Answers.tooMany(exchange, COME_AGAIN);
    }

    private static void full(HttpServerExchange exchange, Refusals refusals) {
        refusals.follow(exchange);
        exchange.setPersistent(false);
        Answers.problem(exchange, Problem.of(End.OVERLOADED));
    }

    /**
     * Begins to listen.
     *
     * @param settings of the hub
     * @param tls absent to speak without encryption
     * @param faults that may be asked for; absent if none may
     * @param meters are shown, and its own among them
     * @param cluster that this is a node of; absent for a server on its own
     * @throws IOException if the port cannot be had
     */
    static HttpListener start(
            Hub hub,
            PastBars past,
            ServerOptions options,
            HubSettings settings,
            @Nullable SSLContext tls,
            @Nullable Faults faults,
            Meters meters,
            @Nullable Cluster cluster)
            throws IOException {
        return new HttpListener(hub, past, options, settings, tls, faults, meters, cluster);
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return port.address();
    }

    /** For connections from now on; those that are open stay as they are. */
    void replace(SSLContext tls) {
        port.replace(tls);
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
        port.close();
        webSockets.close();
    }
}
