package dev.liveticker.server.transport.websocket;

import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.Allowance;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.xnio.XnioIoThread;

/** {@code GET /v1/ws}. */
public final class WebSockets implements Routes.Endpoint, AutoCloseable {

    private final Hub hub;
    private final Gate gate;
    private final Handoff.PerThread handoffs;
    private final Limits limits;
    private final Duration pingInterval;
    private final BooleanSupplier keepsBack;
    private final OpenSockets open = new OpenSockets();
    private final Map<XnioIoThread, FrameImages> images = new ConcurrentHashMap<>();

    /**
     * @param pingInterval how often a client is asked whether it lives; it has as long again to answer
     * @param keepsBack whether what is sent is kept back by the server itself, so that no client can be asked; any
     *     thread
     */
    public WebSockets(
            Hub hub,
            Gate gate,
            Handoff.PerThread handoffs,
            Limits limits,
            Duration pingInterval,
            BooleanSupplier keepsBack) {
        this.hub = hub;
        this.gate = gate;
        this.handoffs = handoffs;
        this.limits = limits;
        this.pingInterval = pingInterval;
        this.keepsBack = keepsBack;
    }

    @Override
    public void handle(HttpServerExchange exchange, Query query) throws RefusedException {
        switch (Handshake.of(exchange.getRequestHeaders())) {
            case Handshake.Refused(int status, String why) -> {
                if (status == 426) {
                    exchange.getResponseHeaders()
                            .put(Headers.UPGRADE, "websocket")
                            .put(Headers.SEC_WEB_SOCKET_VERSION, Handshake.VERSION);
                }
                throw new RefusedException(Problem.of(status, "bad_handshake", why));
            }
            case Handshake.Accepted accepted -> {
                if (!exchange.isHttp11() || !exchange.isRequestComplete()) {
                    throw new RefusedException(
                            Problem.of(400, "bad_handshake", "an HTTP/1.1 request without a body expected"));
                }
                accept(exchange, accepted);
            }
        }
    }

    private void accept(HttpServerExchange exchange, Handshake.Accepted accepted) {
        HeaderMap answer = exchange.getResponseHeaders();
        answer.put(Headers.UPGRADE, "websocket").put(Headers.SEC_WEB_SOCKET_ACCEPT, accepted.accept());
        if (accepted.named()) {
            answer.put(Headers.SEC_WEB_SOCKET_PROTOCOL, accepted.encoding().subprotocol());
        }
        if (accepted.deflate()) {
            answer.put(Headers.SEC_WEB_SOCKET_EXTENSIONS, DeflateOffer.ANSWER);
        }
        open.add(exchange.getConnection());
        Principal client = Gate.client(exchange);
        Introductions introductions = gate.introductions(exchange);
        Refusals refusals = Refusals.of(exchange);
        Allowance allowance = limits.connection(RequestGate.address(exchange), RequestGate.counted(client));
        exchange.upgradeChannel((channel, upgraded) -> {
            XnioIoThread thread = channel.getIoThread();
            WebSocketConnection connection = new WebSocketConnection(
                    channel,
                    upgraded.getConnection(),
                    handoffs.to(thread),
                    accepted.encoding(),
                    images.computeIfAbsent(thread, _ -> new FrameImages()),
                    accepted.deflate(),
                    pingInterval,
                    keepsBack,
                    introductions,
                    refusals,
                    allowance,
                    hub.instruments().size());
            thread.execute(() -> connection.open(hub, client));
        });
        exchange.endExchange();
    }

    /** What compressing has come to. Any thread. */
    public Compression compression() {
        Compression all = new Compression(0, 0, 0);
        for (FrameImages each : images.values()) {
            all = all.plus(each.compression());
        }
        return all;
    }

    /** Waits until every client's good-bye is in, or no longer than this. */
    public void awaitClosed(Duration atMost) throws InterruptedException {
        open.awaitNone(atMost);
    }

    /** Frees native memory; to be called when no I/O thread runs any more. */
    @Override
    public void close() {
        images.values().forEach(FrameImages::close);
        images.clear();
    }
}
