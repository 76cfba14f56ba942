package dev.liveticker.server.transport;

import dev.liveticker.server.access.LoopbackHosts;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Set;

/**
 * Puts on every answer what keeps a browser from making more of it than it is: data, no page. Who answers with a page
 * says so with a {@code Content-Security-Policy} of its own.
 */
public final class SecurityHeaders implements HttpHandler {

    private static final HttpString NO_SNIFF = new HttpString("X-Content-Type-Options");
    private static final HttpString POLICY = new HttpString("Content-Security-Policy");
    private static final HttpString REFERRER = new HttpString("Referrer-Policy");
    private static final LoopbackHosts LOOPBACK = new LoopbackHosts(Set.of());
    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;

    private final HttpHandler next;

    public SecurityHeaders(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(NO_SNIFF, "nosniff");
        headers.put(POLICY, "default-src 'none'; frame-ancestors 'none'");
        headers.put(REFERRER, "no-referrer");
        if (exchange.getRequestScheme().equals("https") && !LOOPBACK.allow(exchange.getHostAndPort())) {
            // RFC 6797 section 7.2: never over plain HTTP. A browser heeds it on every port of a host, so on localhost
            // it would shut out whatever else runs there.
            headers.put(Headers.STRICT_TRANSPORT_SECURITY, "max-age=" + YEAR_SECONDS);
        }
        next.handleRequest(exchange);
    }
}
