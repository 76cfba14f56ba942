package dev.liveticker.server.transport;

import dev.liveticker.server.limit.Limits;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.time.Duration;

/** Lets through as many requests from an address as it may make, and tells answers what memory they may hold. */
public final class RequestGate implements HttpHandler {

    private final Limits limits;
    private final HttpHandler next;

    public RequestGate(Limits limits, HttpHandler next) {
        this.limits = limits;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Answers.hold(exchange, limits.answers());
        Duration wait = limits.request(address(exchange));
        if (wait.isZero()) {
            next.handleRequest(exchange);
        } else {
            Answers.tooMany(exchange, wait);
        }
    }

    /** Whose request it is. */
    public static InetAddress address(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getAddress();
    }
}
