package dev.liveticker.server.transport.poll;

import dev.liveticker.codec.Encoding;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.cluster.Peers;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestBody;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/** {@code POST /v1/sessions/{id}/messages}: what a client says whose transport only listens. */
public final class SessionMessages implements Routes.Endpoint {

    /** Of a body, in bytes. */
    public static final int MAX_BODY = 64 * 1024;

    private final Limits limits;
    private final Ear ear;
    private final @Nullable OtherNodes others;

    /** @param peers where sessions of other nodes are; absent for a server on its own */
    public SessionMessages(Hub hub, Gate gate, Limits limits, @Nullable Peers peers) {
        this.limits = limits;
        this.ear = new Ear(hub, gate, limits);
        this.others = peers == null ? null : OtherNodes.of(peers, ear);
    }

    @Override
    public void handle(HttpServerExchange exchange, Query query) throws RefusedException {
        Encoding encoding = encoding(exchange);
        RequestBody.receive(
                exchange, MAX_BODY, limits.settings().bodyDeadline(), body -> receive(exchange, encoding, body));
    }

    private void receive(HttpServerExchange exchange, Encoding encoding, byte[] body) {
        Principal client = Gate.client(exchange);
        Utterance said = new Utterance(Routes.id(exchange), client, RequestGate.address(exchange), encoding, body);
        Optional<String> home = others == null || ear.knows(said) ? Optional.empty() : others.home(said.session());
        if (others == null || home.isEmpty()) {
            answer(exchange, ear.hear(said));
            return;
        }
        // There it is judged as here; this is for asking at all, so that nobody has it done without end.
        Optional<Reception> refusal = Ear.refusal(
                limits.connection(said.from(), RequestGate.counted(client)).take(MessageCost.reading(body.length)));
        if (refusal.isPresent()) {
            answer(exchange, refusal.get());
        } else {
            ask(exchange, others, home.get(), said);
        }
    }

    private static void ask(HttpServerExchange exchange, OtherNodes others, String node, Utterance said) {
        XnioIoThread thread = exchange.getIoThread();
        exchange.dispatch(thread, () -> {
            var _ = others.pass(node, said).thenAccept(reception -> thread.execute(() -> answer(exchange, reception)));
        });
    }

    private static void answer(HttpServerExchange exchange, Reception reception) {
        switch (reception) {
            case Reception.Heard _ -> {
                exchange.setStatusCode(StatusCodes.ACCEPTED);
                exchange.endExchange();
            }
            case Reception.Refused(Problem problem) -> Answers.problem(exchange, problem);
            case Reception.TooMuch(Duration comeAgain, boolean enough) -> {
                if (enough) {
                    exchange.setPersistent(false);
                }
                Answers.tooMany(exchange, comeAgain);
            }
        }
    }

    private static Encoding encoding(HttpServerExchange exchange) throws RefusedException {
        String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
        if (type == null) {
            return Encoding.JSON;
        }
        String media = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Encoding.values())
                .filter(encoding -> encoding.mediaType().equals(media))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.of(
                        415, "unsupported_media_type", "Content-Type: application/json or application/cbor expected")));
    }
}
