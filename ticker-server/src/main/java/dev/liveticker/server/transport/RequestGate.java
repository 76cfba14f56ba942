package dev.liveticker.server.transport;

import dev.liveticker.server.access.Principal;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.limit.OpenConnections;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.HeaderValues;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;

/**
 * Lets through as many requests from an address as it may make, and tells answers what memory they may hold. A
 * connection ends after a request with a long head. Of what a proxy passes on it also counts how much is open at once,
 * as the doorway counts the connections of everybody else.
 */
public final class RequestGate implements HttpHandler {

    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    /** Room for a thousand symbols, or a token, as clients send them. */
    private static final int LONGEST_KEPT = 8 * 1024;

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
        if (longest(exchange) > LONGEST_KEPT) {
            endWithAnswer(exchange);
        }
        Duration wait = limits.request(address(exchange));
        if (!wait.isZero()) {
            Answers.tooMany(exchange, wait);
        } else if (ProxiedRequests.isCarried(exchange) && !enters(exchange)) {
            Answers.tooMany(exchange, COME_AGAIN);
        } else {
            next.handleRequest(exchange);
        }
    }

    /**
     * The characters of the longest part of the head. As long as a connection lives, its parser holds the memory that
     * this took: idle connections, which count for little, would hold 64 KiB each.
     */
    private static int longest(HttpServerExchange exchange) {
        int longest = Math.max(
                exchange.getRequestURI().length(), exchange.getQueryString().length());
        for (HeaderValues values : exchange.getRequestHeaders()) {
            for (String value : values) {
                longest = Math.max(longest, value.length());
            }
        }
        return longest;
    }

    /** Cuts the connection as soon as the answer is out, unless it is to be a WebSocket. */
    private static void endWithAnswer(HttpServerExchange exchange) {
        exchange.addResponseCommitListener(answered -> {
            if (!answered.isUpgrade()) {
                answered.setPersistent(false);
            }
        });
        exchange.addExchangeCompleteListener((completed, following) -> {
            if (!completed.isUpgrade()) {
                // Else it would be there until the client, which was told, closes it too.
                IoUtils.safeClose(completed.getConnection());
            }
            following.proceed();
        });
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
