package dev.liveticker.server.transport;

import dev.liveticker.server.access.Principal;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.limit.OpenConnections;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Lets through as many requests from an address as it may make, and tells answers what memory they may hold. Of what a
 * proxy passes on it also counts how much is open at once, as the doorway counts the connections of everybody else.
 */
public final class RequestGate implements HttpHandler {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

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
        if (!wait.isZero()) {
            Answers.tooMany(exchange, wait);
        } else if (ProxiedRequests.isCarried(exchange) && !enters(exchange)) {
            Answers.tooMany(exchange, COME_AGAIN);
        } else {
            next.handleRequest(exchange);
        }
    }

    /** What becomes a WebSocket is open for as long as its connection is, anything else until it is answered. */
    private boolean enters(HttpServerExchange exchange) {
        OpenConnections open = limits.connections();
        InetAddress client = address(exchange);
        if (!open.enter(client)) {
            return false;
        }
        AtomicBoolean there = new AtomicBoolean(true);
        Runnable leave = () -> {
            if (there.compareAndSet(true, false)) {
                open.left(client);
            }
        };
        exchange.addExchangeCompleteListener((completed, following) -> {
            ServerConnection connection = completed.getConnection();
            if (completed.isUpgrade()) {
                connection.addCloseListener(_ -> leave.run());
            }
            if (!completed.isUpgrade() || !connection.isOpen()) {
                leave.run();
            }
            following.proceed();
        });
        return true;
    }

    /**
     * The user whose connections count together; absent for those that nobody told apart, and for the one user of a
     * server that only its own machine can reach.
     */
    public static @Nullable String counted(Principal principal) {
        return principal.equals(Principal.local()) ? null : principal.user();
    }

    /** Whose request it is: the client's address, where a trusted proxy says it, else that of the connection. */
    public static InetAddress address(HttpServerExchange exchange) {
        return exchange.getSourceAddress().getAddress();
    }
}
