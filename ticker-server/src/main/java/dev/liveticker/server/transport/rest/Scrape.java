package dev.liveticker.server.transport.rest;

import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.Routes;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** {@code GET /metrics}: how the server fares, for whoever watches over it. */
public final class Scrape {

    private static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private Scrape() {}

    /**
     * Whoever asks on this machine itself needs no token; elsewhere it takes an operator's.
     *
     * @param text in the text format of Prometheus, version 0.0.4; worked out on a worker thread
     */
    public static void addTo(Routes routes, Supplier<String> text) {
        routes.answerNear("/metrics", (exchange, _) -> {
            if (!Gate.client(exchange).operator()) {
                throw new RefusedException(
                        Problem.of(403, "not_allowed", "only an operator may see how the server fares"));
            }
            Answers.send(exchange, MEDIA_TYPE, text.get().getBytes(StandardCharsets.UTF_8));
        });
    }
}
