package dev.liveticker.server.transport.fault;

import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.fault.Fault;
import dev.liveticker.server.fault.Faults;
import dev.liveticker.server.fault.RunningFault;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.ProxiedRequests;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestBody;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/faults}: asks for faults (POST), lists them (GET) and ends them (DELETE). */
public final class FaultCommands {

    public static final String PATH = "/v1/faults";

    private static final int MAX_BODY = 16 * 1024;
    private static final Duration BODY_DEADLINE = Duration.ofSeconds(15);

    record Listed(List<Described> faults) {}

    /** A fault in the words it was asked for, with how much of it is left. */
    record Described(
            FaultKind kind,
            long seconds,
            long remainingSeconds,
            @Nullable Long millis,
            @Nullable String how,
            @Nullable List<Symbol> symbols,
            @Nullable Integer times) {}

    private final Faults faults;

    private FaultCommands(Faults faults) {
        this.faults = faults;
    }

    public static void addTo(Routes routes, Faults faults) {
        FaultCommands commands = new FaultCommands(faults);
        routes.answer(PATH, commands::list).post(PATH, commands::begin).delete(PATH, commands::end);
    }

    private void list(HttpServerExchange exchange, Query query) throws RefusedException {
        allow(exchange);
        answer(exchange);
    }

    private void end(HttpServerExchange exchange, Query query) throws RefusedException {
        allow(exchange);
        faults.endAll();
        answer(exchange);
    }

    private void begin(HttpServerExchange exchange, Query query) throws RefusedException {
        allow(exchange);
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        // A page of another site can send anything else without asking first.
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals("application/json")) {
            throw new RefusedException(
                    Problem.of(415, "unsupported_media_type", "Content-Type: application/json expected"));
        }
        RequestBody.receive(exchange, MAX_BODY, BODY_DEADLINE, body -> exchange.dispatch(() -> begin(exchange, body)));
    }

    private void begin(HttpServerExchange exchange, byte[] body) {
        Routes.guarded(exchange, "POST " + PATH, () -> {
            faults.begin(FaultReader.read(body, faults.symbols()));
            answer(exchange);
        });
    }

    private void answer(HttpServerExchange exchange) {
        Answers.json(
                exchange,
                new Listed(
                        faults.running().stream().map(FaultCommands::describe).toList()));
    }

    private static Described describe(RunningFault running) {
        Fault fault = running.fault();
        return new Described(
                fault.kind(),
                fault.length().toSeconds(),
                running.left().plusNanos(999_999_999).toSeconds(),
                fault instanceof Fault.Delay delay ? delay.by().toMillis() : null,
                fault instanceof Fault.Drop drop ? drop.how().code() : null,
                symbols(fault),
                fault instanceof Fault.Skip skip ? skip.times() : null);
    }

    private static @Nullable List<Symbol> symbols(Fault fault) {
        Set<Symbol> symbols = switch (fault) {
            case Fault.Halt halt -> halt.symbols();
            case Fault.Skip skip -> skip.symbols();
            case Fault.Drop _, Fault.Stall _, Fault.Delay _ -> Set.of();
        };
        return symbols.isEmpty() ? null : symbols.stream().sorted().toList();
    }

    /** An operator, or where nobody is asked who they are, whoever is on this machine. */
    private static void allow(HttpServerExchange exchange) throws RefusedException {
        Principal client = Gate.client(exchange);
        boolean byToken = client.expiry() != null;
        boolean here = RequestGate.address(exchange).isLoopbackAddress() && !ProxiedRequests.isMarked(exchange);
        if (byToken ? !client.operator() : !here) {
            throw new RefusedException(Problem.of(
                    403, "not_allowed", "faults are for an operator, or for this machine where nobody needs a token"));
        }
    }
}
