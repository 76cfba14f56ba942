package dev.liveticker.server.transport;

import dev.liveticker.server.access.TrustedProxies;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whom a request is from that a trusted proxy passes on: from then on the exchange has the client's address
 * for its source, and the scheme that the client speaks. To stand before everything that looks at either.
 */
public final class ProxiedRequests implements HttpHandler {

    private static final AttachmentKey<Boolean> CARRIED = AttachmentKey.create(Boolean.class);

    /** What proxies add; most add some of it without being told to. */
    private static final List<HttpString> MARKS = List.of(
            Headers.FORWARDED,
            Headers.X_FORWARDED_FOR,
            Headers.X_FORWARDED_HOST,
            Headers.X_FORWARDED_PROTO,
            Headers.VIA,
            new HttpString("X-Real-IP"));

    private final TrustedProxies proxies;
    private final HttpHandler next;

    public ProxiedRequests(TrustedProxies proxies, HttpHandler next) {
        this.proxies = proxies;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (proxies.contains(exchange.getSourceAddress().getAddress())) {
            client(exchange).ifPresent(client -> {
                exchange.putAttachment(CARRIED, true);
                // Which port it comes from is not known, and nobody asks.
                exchange.setSourceAddress(new InetSocketAddress(client.address(), 0));
                if (client.scheme() != null) {
                    exchange.setRequestScheme(client.scheme());
                }
            });
        }
        next.handleRequest(exchange);
    }

    private Optional<ForwardedClient> client(HttpServerExchange exchange) {
        return switch (proxies.form()) {
            case X_FORWARDED ->
                ForwardedClient.ofXForwarded(
                        values(exchange, Headers.X_FORWARDED_FOR),
                        values(exchange, Headers.X_FORWARDED_PROTO),
                        proxies);
            case FORWARDED -> ForwardedClient.ofForwarded(values(exchange, Headers.FORWARDED), proxies);
        };
    }

    private static List<String> values(HttpServerExchange exchange, HttpString name) {
        HeaderValues values = exchange.getRequestHeaders().get(name);
        return values == null ? List.of() : List.copyOf(values);
    }

    /**
     * Whether something says that a proxy passed it on, trusted or not: then that it comes from this machine says
     * nothing of who asks.
     */
    public static boolean isMarked(HttpServerExchange exchange) {
        return MARKS.stream().anyMatch(exchange.getRequestHeaders()::contains);
    }

    /** Whether a trusted proxy passed it on, so that its connection is not its client's. */
    static boolean isCarried(HttpServerExchange exchange) {
        return exchange.getAttachment(CARRIED) != null;
    }

    /** Who holds the connection that a request came on, proxy or not. */
    public static InetSocketAddress carrier(HttpServerExchange exchange) {
        return exchange.getConnection().getPeerAddress(InetSocketAddress.class);
    }
}
