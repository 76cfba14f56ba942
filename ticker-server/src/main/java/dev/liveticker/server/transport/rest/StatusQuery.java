package dev.liveticker.server.transport.rest;

import dev.liveticker.model.Symbol;
import dev.liveticker.server.hub.Carrier;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Presence;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.Routes;
import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code GET /v1/status}: who is there, for operators. */
public final class StatusQuery {

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 100_000;
    private static final int PATIENCE_SECONDS = 2;

    /** Connections by what carries them. */
    record Connections(int webSocket, int eventStream, int polling) {}

    /** @param symbols those with most subscribers first */
    record Status(Connections connections, int users, int subscribedSymbols, List<Room> symbols) {}

    record Room(Symbol symbol, int subscribers) {}

    private final Hub hub;

    private StatusQuery(Hub hub) {
        this.hub = hub;
    }

    public static void addTo(Routes routes, Hub hub) {
        routes.answer("/v1/status", new StatusQuery(hub)::status);
    }

    private void status(HttpServerExchange exchange, Query query) throws RefusedException {
        if (!Gate.client(exchange).operator()) {
            throw new RefusedException(Problem.of(403, "not_allowed", "only an operator may see how the server fares"));
        }
        int limit = (int) query.number("limit", 0, MAX_LIMIT, DEFAULT_LIMIT);
        Presence presence = presence();
        Answers.json(
                exchange,
                new Status(
                        new Connections(
                                count(presence, Carrier.WEBSOCKET),
                                count(presence, Carrier.EVENT_STREAM),
                                count(presence, Carrier.POLLING)),
                        presence.users(),
                        presence.rooms().size(),
                        presence.rooms().stream()
                                .limit(limit)
                                .map(room -> new Room(room.symbol(), room.subscribers()))
                                .toList()));
    }

    private Presence presence() throws RefusedException {
        try {
            return hub.presence().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Told below: the hub has too much to do, or is closed.
        }
        throw new RefusedException(Problem.of(503, "overloaded", "the server is too busy to say"));
    }

    private static int count(Presence presence, Carrier carrier) {
        return presence.connections().getOrDefault(carrier, 0);
    }
}
