package dev.liveticker.server.transport.alpaca;

import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.Allowance;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.transport.Earshot;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.websocket.Payload;
import dev.liveticker.server.transport.websocket.WebSockets;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * {@code /alpaca/v2/iex}, for clients that are given an address up to {@code /v2}, and {@code /v2/iex}, for those that
 * are given a host alone.
 */
public final class AlpacaStream implements Routes.Endpoint {

    private static final HttpString KEY = new HttpString("APCA-API-KEY-ID");
    private static final HttpString SECRET = new HttpString("APCA-API-SECRET-KEY");
    private static final String MESSAGE_PACK = "application/msgpack";

    private final Hub hub;
    private final Gate gate;
    private final Handoff.PerThread handoffs;
    private final Limits limits;
    private final WebSockets webSockets;
    private final Dialect json = new Dialect(new JsonTongue());
    private final Dialect messagePack = new Dialect(new MessagePackTongue());

    /** One encoding, and what each I/O thread has drawn in it. */
    private static final class Dialect {

        private final Tongue tongue;
        private final AlpacaMessages messages;
        private final Map<XnioIoThread, AlpacaImages> images = new ConcurrentHashMap<>();

        Dialect(Tongue tongue) {
            this.tongue = tongue;
            this.messages = new AlpacaMessages(tongue, InstantSource.system());
        }

        AlpacaImages of(XnioIoThread thread) {
            return images.computeIfAbsent(thread, _ -> new AlpacaImages(tongue, messages));
        }
    }

    private AlpacaStream(Hub hub, Gate gate, Handoff.PerThread handoffs, Limits limits, WebSockets webSockets) {
        this.hub = hub;
        this.gate = gate;
        this.handoffs = handoffs;
        this.limits = limits;
        this.webSockets = webSockets;
    }

    public static void addTo(
            Routes routes, Hub hub, Gate gate, Handoff.PerThread handoffs, Limits limits, WebSockets webSockets) {
        AlpacaStream door = new AlpacaStream(hub, gate, handoffs, limits, webSockets);
        routes.introduce("/alpaca/v2/iex", door).introduce("/v2/iex", door);
    }

    @Override
    public void handle(HttpServerExchange exchange, Query query) throws RefusedException {
        Principal client = Gate.client(exchange);
        AlpacaConnection.Visitor visitor = new AlpacaConnection.Visitor(
                client, takeSecret(exchange.getRequestHeaders()), gate.introductions(exchange), Refusals.of(exchange));
        Dialect dialect = takesMessagePack(exchange.getRequestHeaders()) ? messagePack : json;
        Allowance allowance = limits.connection(RequestGate.address(exchange), RequestGate.counted(client));
        webSockets.open(
                exchange,
                Payload.EITHER,
                socket -> new AlpacaConnection(
                        socket,
                        handoffs.to(socket.thread()),
                        dialect.tongue,
                        dialect.messages,
                        dialect.of(socket.thread()),
                        hub,
                        visitor,
                        new Earshot(allowance)));
    }

    /** Out of the request, so that nothing behind can log or repeat it; absent unless there are key and secret. */
    private static @Nullable String takeSecret(HeaderMap headers) {
        HeaderValues given = headers.get(SECRET);
        String secret = given != null && headers.contains(KEY) ? given.getFirst() : null;
        headers.remove(SECRET);
        return secret;
    }

    private static boolean takesMessagePack(HeaderMap headers) {
        HeaderValues given = headers.get(Headers.CONTENT_TYPE);
        List<String> types = given == null ? List.of() : given;
        return types.stream()
                .anyMatch(type ->
                        type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(MESSAGE_PACK));
    }
}
