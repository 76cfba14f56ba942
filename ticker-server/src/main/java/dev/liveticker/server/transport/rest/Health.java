package dev.liveticker.server.transport.rest;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.server.cluster.Standing;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.Routes;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /healthz}: the process lives. {@code GET /readyz}: it takes clients, and how it stands in its cluster. */
public final class Health {

    record Answer(String status) {}

    /** @param behindMillis how old what it heard last was by then */
    record Node(
            String status,
            String role,
            String node,
            @Nullable String leader,
            @Nullable String epoch,
            long index,
            long behindMillis) {}

    /** A {@link Problem} that says the same (RFC 9457 section 3.2). */
    record NodeAway(
            String title,
            int status,
            String detail,
            String code,
            String role,
            String node,
            @Nullable String leader,
            @Nullable String epoch,
            long index,
            long behindMillis) {}

    private static final Problem STOPPING = Problem.of(503, "stopping", "the server is going away");

    private final BooleanSupplier ready;
    private final @Nullable Supplier<Standing> standing;

    private Health(BooleanSupplier ready, @Nullable Supplier<Standing> standing) {
        this.ready = ready;
        this.standing = standing;
    }

    /**
     * @param ready false from the moment the server begins to stop
     * @param standing in the cluster; absent for a server on its own
     */
    public static void addTo(Routes routes, BooleanSupplier ready, @Nullable Supplier<Standing> standing) {
        Health health = new Health(ready, standing);
        routes.answerAnyone("/healthz", (exchange, _) -> Answers.json(exchange, new Answer("up")))
                .answerAnyone("/readyz", (exchange, _) -> health.readiness(exchange));
    }

    private void readiness(HttpServerExchange exchange) throws RefusedException {
        if (standing == null) {
            if (!ready.getAsBoolean()) {
                throw new RefusedException(STOPPING);
            }
            Answers.json(exchange, new Answer("ready"));
            return;
        }
        Standing now = standing.get();
        Optional<Problem> why = ready.getAsBoolean() ? objection(now.role()) : Optional.of(STOPPING);
        if (why.isPresent()) {
            exchange.setStatusCode(why.get().status());
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, 1);
            Answers.send(exchange, Problem.MEDIA_TYPE, FrameCodec.jsonMapper().writeValueAsBytes(away(why.get(), now)));
        } else {
            Answers.json(
                    exchange,
                    new Node(
                            "ready",
                            role(now),
                            now.node(),
                            now.leader(),
                            now.epoch(),
                            now.index(),
                            now.behind().toMillis()));
        }
    }

    /** What speaks against sending clients to a node; empty if nothing does. */
    public static Optional<Problem> objection(Standing.Role role) {
        return switch (role) {
            case STARTING ->
                Optional.of(Problem.of(503, "starting", "this node has yet to learn what the others know"));
            case CUT_OFF -> Optional.of(Problem.of(503, "cut_off", "this node has lost the others"));
            case FOLLOWING, LEADING, LOST -> Optional.empty();
        };
    }

    private static NodeAway away(Problem why, Standing now) {
        return new NodeAway(
                why.title(),
                why.status(),
                why.detail(),
                why.code(),
                role(now),
                now.node(),
                now.leader(),
                now.epoch(),
                now.index(),
                now.behind().toMillis());
    }

    private static String role(Standing standing) {
        return standing.role().name().toLowerCase(Locale.ROOT);
    }
}
