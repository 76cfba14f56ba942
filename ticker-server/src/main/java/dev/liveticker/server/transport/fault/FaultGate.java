package dev.liveticker.server.transport.fault;

import dev.liveticker.message.End;
import dev.liveticker.server.fault.Faults;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.ProxiedRequests;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.xnio.IoUtils;
import org.xnio.Options;

/** Turns requests away while connections are dropped; but those about faults always come through, and so do answers. */
public final class FaultGate implements HttpHandler {

    private final Faults faults;
    private final HttpHandler next;

    public FaultGate(Faults faults, HttpHandler next) {
        this.faults = faults;
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.getRequestPath().equals(FaultCommands.PATH)) {
            faults.line().exempt(ProxiedRequests.carrier(exchange));
            // Nothing else is to be asked on a connection that faults leave alone.
            exchange.setPersistent(false);
            next.handleRequest(exchange);
            return;
        }
        Optional<Faults.Refusal> refusal = faults.refusal();
        if (refusal.isEmpty()) {
            next.handleRequest(exchange);
            return;
        }
        switch (refusal.get().how()) {
            case ABORT -> abort(exchange);
            case CLOSE -> turnAway(exchange, refusal.get().comeAgain());
        }
    }

    private static void turnAway(HttpServerExchange exchange, Duration comeAgain) {
        exchange.setPersistent(false);
        Answers.comeAgain(exchange, comeAgain);
        Answers.problem(exchange, Problem.of(End.OVERLOADED));
    }

    private static void abort(HttpServerExchange exchange) {
        try {
            exchange.getConnection().setOption(Options.CLOSE_ABORT, true);
        } catch (IOException e) {
            // Closed already, then.
        }
        IoUtils.safeClose(exchange.getConnection());
    }
}
