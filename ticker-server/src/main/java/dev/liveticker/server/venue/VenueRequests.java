package dev.liveticker.server.venue;

import dev.liveticker.feed.FeedLoop;
import dev.liveticker.feed.machine.Loss;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Requests to a venue: one at a time, at the pace it allows, urgent ones first, answered on the loop. Used on the loop
 * alone.
 */
final class VenueRequests {

    private static final int MOST_WAITING = 4_096;

    private record Request(String path, BooleanSupplier wanted, Consumer<JsonNode> answer, Consumer<Loss> failure) {}

    private final FeedLoop loop;
    private final VenueConnector connector;
    private final VenueProtocol protocol;
    private final Pacing pacing;
    private final Queue<Request> urgent = new ArrayDeque<>();
    private final Queue<Request> waiting = new ArrayDeque<>();
    private boolean underWay;

    VenueRequests(FeedLoop loop, VenueConnector connector, VenueProtocol protocol) {
        this.loop = loop;
        this.connector = connector;
        this.protocol = protocol;
        this.pacing = new Pacing(loop, protocol.rules().requestEvery());
    }

    /** Asks; exactly one of the two is told. */
    void get(String path, Consumer<JsonNode> answer, Consumer<Loss> failure) {
        add(waiting, new Request(path, () -> true, answer, failure));
    }

    /**
     * Asks before all that is not urgent. At most one of the two is told: none if it is not wanted any more when its
     * turn comes, and so is not asked.
     */
    void getSoon(String path, BooleanSupplier wanted, Consumer<JsonNode> answer, Consumer<Loss> failure) {
        add(urgent, new Request(path, wanted, answer, failure));
    }

    private void add(Queue<Request> queue, Request request) {
        if (queue.size() >= MOST_WAITING) {
            request.failure.accept(Loss.broken("too many requests wait"));
            return;
        }
        queue.add(request);
        next();
    }

    private void next() {
        if (!underWay && !(urgent.isEmpty() && waiting.isEmpty())) {
            underWay = true;
            // Which it is, is decided when it may be sent.
            pacing.add(this::sendNext);
        }
    }

    private void sendNext() {
        urgent.removeIf(request -> !request.wanted.getAsBoolean());
        Request request = urgent.isEmpty() ? waiting.poll() : urgent.poll();
        if (request == null) {
            underWay = false;
        } else {
            send(request);
        }
    }

    private void send(Request request) {
        CompletableFuture<String> answer;
        try {
            answer = connector.get(URI.create(protocol.requests() + request.path), protocol.headers());
        } catch (RuntimeException e) {
            answer = CompletableFuture.failedFuture(e);
        }
        var _ = answer.whenComplete((body, failed) -> loop.execute(() -> finish(request, body, failed)));
    }

    private void finish(Request request, @Nullable String body, @Nullable Throwable failed) {
        underWay = false;
        try {
            if (failed != null || body == null) {
                request.failure.accept(lossOf(failed));
                return;
            }
            JsonNode answer;
            try {
                answer = VenueJson.read(body);
            } catch (JacksonException e) {
                request.failure.accept(Loss.broken("its answer cannot be read"));
                return;
            }
            request.answer.accept(answer);
        } finally {
            next();
        }
    }

    private static Loss lossOf(@Nullable Throwable failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof VenueLossException known) {
                return known.loss();
            }
        }
        return Loss.broken("the request failed");
    }
}
