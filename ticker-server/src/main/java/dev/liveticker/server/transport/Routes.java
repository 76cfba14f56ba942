package dev.liveticker.server.transport;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which address leads where; answers what leads nowhere. To be filled before it is used. */
public final class Routes implements HttpHandler {

    private static final Logger log = LoggerFactory.getLogger(Routes.class);
    private static final AttachmentKey<String> PARAMETER = AttachmentKey.create(String.class);
    private static final String ANY = "{id}";

    /** Handles the requests of one route. */
    @FunctionalInterface
    public interface Endpoint {

        void handle(HttpServerExchange exchange, Query query) throws RefusedException;
    }

    /** What is done about one request. */
    @FunctionalInterface
    public interface Attempt {

        void run() throws RefusedException;
    }

    private record Route(
            List<String> segments, HttpString method, boolean answers, Gate.Demand demand, Endpoint endpoint) {

        boolean leadsTo(List<String> path) {
            if (path.size() != segments.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!segments.get(i).equals(ANY) && !segments.get(i).equals(path.get(i))) {
                    return false;
                }
            }
            return true;
        }

        boolean takes(HttpString given) {
            return method.equals(given) || (takesHead() && given.equals(Methods.HEAD));
        }

        boolean takesHead() {
            return answers && method.equals(Methods.GET);
        }
    }

    private final List<Route> routes = new ArrayList<>();
    private final Gate gate;

    /** @param gate every request has to pass */
    public Routes(Gate gate) {
        this.gate = gate;
    }

    /** An address that is asked for an answer, worked out on a worker thread. */
    public Routes answer(String path, Endpoint endpoint) {
        return add(path, Methods.GET, true, Gate.Demand.KNOWN, endpoint);
    }

    /** An address whose answer goes on; handled on the I/O thread, so the endpoint must not block. */
    public Routes stream(String path, Endpoint endpoint) {
        return add(path, Methods.GET, false, Gate.Demand.KNOWN, endpoint);
    }

    /** An address that is sent something; handled on the I/O thread. One segment may be {@code {id}}. */
    public Routes post(String path, Endpoint endpoint) {
        return add(path, Methods.POST, false, Gate.Demand.KNOWN, endpoint);
    }

    /** An address where something can be done away with, on a worker thread. */
    public Routes delete(String path, Endpoint endpoint) {
        return add(path, Methods.DELETE, true, Gate.Demand.KNOWN, endpoint);
    }

    /** As {@link #answer}, for whoever asks. */
    public Routes answerAnyone(String path, Endpoint endpoint) {
        return add(path, Methods.GET, true, Gate.Demand.ANYONE, endpoint);
    }

    /** As {@link #answer}, on this machine itself without a token. */
    public Routes answerNear(String path, Endpoint endpoint) {
        return add(path, Methods.GET, true, Gate.Demand.NEAR, endpoint);
    }

    /** As {@link #stream}, for those who may still have to say who they are. */
    public Routes introduce(String path, Endpoint endpoint) {
        return add(path, Methods.GET, false, Gate.Demand.INTRODUCED, endpoint);
    }

    /** As {@link #post}, for those who may still have to say who they are. */
    public Routes introduceBySending(String path, Endpoint endpoint) {
        return add(path, Methods.POST, false, Gate.Demand.INTRODUCED, endpoint);
    }

    private Routes add(String path, HttpString method, boolean answers, Gate.Demand demand, Endpoint endpoint) {
        routes.add(new Route(segments(path), method, answers, demand, endpoint));
        return this;
    }

    /** What stands in the place of {@code {id}}. */
    public static String id(HttpServerExchange exchange) {
        return exchange.getAttachment(PARAMETER);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        try {
            gate.checkPage(exchange);
        } catch (RefusedException e) {
            Answers.problem(exchange, e.problem());
            return;
        }
        if (!Gate.answerPreflight(exchange)) {
            lead(exchange);
        }
    }

    private void lead(HttpServerExchange exchange) {
        List<String> path = segments(exchange.getRequestPath());
        List<Route> there = routes.stream().filter(route -> route.leadsTo(path)).toList();
        if (there.isEmpty()) {
            Answers.problem(exchange, Problem.of(404, "not_found", "there is nothing at this address"));
            return;
        }
        for (Route route : there) {
            if (route.takes(exchange.getRequestMethod())) {
                int at = route.segments().indexOf(ANY);
                if (at >= 0) {
                    exchange.putAttachment(PARAMETER, path.get(at));
                }
                if (route.answers()) {
                    exchange.dispatch(() -> guarded(exchange, route));
                } else {
                    guarded(exchange, route);
                }
                return;
            }
        }
        TreeSet<String> allowed = new TreeSet<>();
        for (Route route : there) {
            allowed.add(route.method().toString());
            if (route.takesHead()) {
                allowed.add(Methods.HEAD_STRING);
            }
        }
        exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", allowed));
        Answers.problem(exchange, Problem.of(405, "method_not_allowed", "allowed here: " + String.join(", ", allowed)));
    }

    private void guarded(HttpServerExchange exchange, Route route) {
        // The route, not the address: in that may be a session's own name, or what a client made up.
        guarded(exchange, route.method() + " " + String.join("/", route.segments()), () -> {
            gate.identify(exchange, route.demand());
            route.endpoint().handle(exchange, Query.parse(exchange.getQueryString()));
        });
    }

    /**
     * Answers a request on a thread where nobody else would if that fails.
     *
     * @param what is tried, for the log
     */
    public static void guarded(HttpServerExchange exchange, String what, Attempt attempt) {
        try {
            attempt.run();
        } catch (RefusedException e) {
            Answers.problem(exchange, e.problem());
        } catch (RuntimeException | Error e) {
            // Errors too: the client would wait for ever.
            log.error("{} failed", what, e);
            if (exchange.isResponseStarted()) {
                exchange.setPersistent(false);
                exchange.endExchange();
            } else {
                Answers.problem(exchange, Problem.of(500, "internal_error", "the server failed; its log says why"));
            }
        }
    }

    private static List<String> segments(String path) {
        return Arrays.asList(path.split("/", -1));
    }
}
