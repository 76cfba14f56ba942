package dev.liveticker.server.transport.rest;

import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.Routes;
import java.util.function.BooleanSupplier;

/** {@code GET /healthz}: the process lives. {@code GET /readyz}: it takes clients. */
public final class Health {

    record Answer(String status) {}

    private Health() {}

    /** @param ready false from the moment the server begins to stop */
    public static void addTo(Routes routes, BooleanSupplier ready) {
        routes.answerAnyone("/healthz", (exchange, _) -> Answers.json(exchange, new Answer("up")))
                .answerAnyone("/readyz", (exchange, _) -> {
                    if (!ready.getAsBoolean()) {
                        throw new RefusedException(Problem.of(503, "stopping", "the server is going away"));
                    }
                    Answers.json(exchange, new Answer("ready"));
                });
    }
}
