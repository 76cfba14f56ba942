package dev.liveticker.server.transport.websocket;

import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.Allowance;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.transport.Earshot;
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
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
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
        Handshake.Accepted accepted = handshake(exchange);
        if (accepted.named()) {
            exchange.getResponseHeaders()
                    .put(Headers.SEC_WEB_SOCKET_PROTOCOL, accepted.encoding().subprotocol());
        }
        if (accepted.deflate()) {
            exchange.getResponseHeaders().put(Headers.SEC_WEB_SOCKET_EXTENSIONS, DeflateOffer.ANSWER);
        }
        Principal client = Gate.client(exchange);
        Introductions introductions = gate.introductions(exchange);
        Refusals refusals = Refusals.of(exchange);
        Allowance allowance = limits.connection(RequestGate.address(exchange), RequestGate.counted(client));
        upgrade(
                exchange,
                accepted,
                Payload.of(accepted.encoding()),
                accepted.deflate(),
                socket -> new WebSocketConnection(
                        socket,
                        handoffs.to(socket.thread()),
                        accepted.encoding(),
                        images.computeIfAbsent(socket.thread(), _ -> new FrameImages()),
                        accepted.deflate(),
                        hub,
                        client,
                        introductions,
                        refusals,
                        new Earshot(allowance)));
    }

    /**
     * Opens a WebSocket that another protocol than the feed's own is spoken over. Its messages are not compressed.
     *
     * @param speaker asked on the socket's I/O thread
     * @throws RefusedException if the request is no good handshake
     */
    public void open(HttpServerExchange exchange, Payload payload, Function<RawSocket, RawSocket.Protocol> speaker)
            throws RefusedException {
        upgrade(exchange, handshake(exchange), payload, false, speaker);
    }

    private static Handshake.Accepted handshake(HttpServerExchange exchange) throws RefusedException {
        return switch (Handshake.of(exchange.getRequestHeaders())) {
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
                yield accepted;
            }
        };
    }

    private void upgrade(
            HttpServerExchange exchange,
            Handshake.Accepted accepted,
            Payload payload,
            boolean deflate,
            Function<RawSocket, RawSocket.Protocol> speaker) {
        exchange.getResponseHeaders()
                .put(Headers.UPGRADE, "websocket")
                .put(Headers.SEC_WEB_SOCKET_ACCEPT, accepted.accept());
        open.add(exchange.getConnection());
        exchange.upgradeChannel((channel, upgraded) -> {
            RawSocket socket =
                    new RawSocket(channel, upgraded.getConnection(), payload, deflate, pingInterval, keepsBack);
            channel.getIoThread().execute(() -> socket.open(speaker.apply(socket)));
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

    /** How often a client is asked whether it lives; it has as long again to answer. */
    public Duration pingInterval() {
        return pingInterval;
    }

    /** Whether what is sent is kept back by the server itself, so that no client can be asked. Any thread. */
    public boolean keepsBack() {
        return keepsBack.getAsBoolean();
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
