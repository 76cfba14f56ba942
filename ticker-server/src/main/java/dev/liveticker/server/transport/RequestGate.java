package dev.liveticker.server.transport;

import dev.liveticker.server.access.Principal;
import dev.liveticker.server.limit.Limits;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets through as many requests from an address as it may make, and tells answers what memory they may hold. */
public final class RequestGate implements HttpHandler {

    private final Limits limits;
    private final Refusals refusals;
    private final HttpHandler next;

    /** @param refusals counts whom any answer turns away */
    public RequestGate(Limits limits, Refusals refusals, HttpHandler next) {
        this.limits = limits;
        this.refusals = refusals;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        Answers.hold(exchange, limits.answers());
        refusals.follow(exchange);
        Duration wait = limits.request(address(exchange));
        if (wait.isZero()) {
            next.handleRequest(exchange);
        } else {
            Answers.tooMany(exchange, wait);
        }
    }

    /**
     * The user whose connections count together; absent for those that nobody told apart, and for the one user of a
     * server that only its own machine can reach.
     */
    public static @Nullable String counted(Principal principal) {
        String user = principal.user();
        return user == null || user.equals(Principal.LOCAL_USER) ? null : user;
    }

    /** Whose request it is. */
    public static InetAddress address(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getAddress();
    }
}
