package dev.liveticker.server.transport.sse;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.server.hub.Carrier;
import dev.liveticker.server.hub.Connection;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.StreamQuery;
import dev.liveticker.server.transport.WireImages;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * {@code GET /v1/events}. Where it goes on is told by the header {@code Last-Event-ID}, which a browser sends by
 * itself, or by {@code lastEventId} or {@code since} in the query, for the first connection.
 */
public final class EventStreams implements Routes.Endpoint {

    private static final HttpString LAST_EVENT_ID = new HttpString("Last-Event-ID");

    private final Hub hub;
    private final Handoff.PerThread handoffs;
    private final Map<XnioIoThread, WireImages> images = new ConcurrentHashMap<>();

    public EventStreams(Hub hub, Handoff.PerThread handoffs) {
        this.hub = hub;
        this.handoffs = handoffs;
    }

    @Override
    public void handle(HttpServerExchange exchange, Query query) throws RefusedException {
        List<Subscribe> subscriptions = StreamQuery.subscriptions(query, since(exchange, query));
        Connection connection = new Connection(
                Encoding.JSON,
                subscriptions,
                Gate.client(exchange),
                Carrier.EVENT_STREAM,
                RequestGate.address(exchange).getHostAddress());
        exchange.dispatch(
                exchange.getIoThread(),
                () -> EventStream.open(
                        exchange,
                        handoffs.to(exchange.getIoThread()),
                        imagesOf(exchange.getIoThread()),
                        hub,
                        connection));
    }

    private WireImages imagesOf(XnioIoThread thread) {
        return images.computeIfAbsent(thread, _ -> new WireImages(EventText::draw));
    }

    private static @Nullable String since(HttpServerExchange exchange, Query query) throws RefusedException {
        String header = exchange.getRequestHeaders().getFirst(LAST_EVENT_ID);
        if (header != null) {
            return header;
        }
        return query.text(query.has("lastEventId") ? "lastEventId" : "since").orElse(null);
    }
}
