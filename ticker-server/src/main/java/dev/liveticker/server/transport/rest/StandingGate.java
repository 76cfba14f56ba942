package dev.liveticker.server.transport.rest;

import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Problem;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns requests away while the node serves nobody, before a WebSocket is made of one: with a 503, which a load
 * balancer takes for a reason to ask the next node. How the node fares can be asked all the same.
 */
public final class StandingGate implements HttpHandler {

    private static final Set<String> ALWAYS = Set.of("/healthz", "/readyz", "/metrics");

    private final Supplier<Standing> standing;
    private final HttpHandler next;

    public StandingGate(Supplier<Standing> standing, HttpHandler next) {
        this.standing = standing;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Optional<Problem> why = ALWAYS.contains(exchange.getRequestPath())
                ? Optional.empty()
                : Health.objection(standing.get().role());
        if (why.isPresent()) {
            // So that what is asked next comes by a new connection, which a load balancer leads elsewhere.
            exchange.setPersistent(false);
            Answers.problem(exchange, why.get());
        } else {
            next.handleRequest(exchange);
        }
    }
}
