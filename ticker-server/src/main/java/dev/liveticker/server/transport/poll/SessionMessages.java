package dev.liveticker.server.transport.poll;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.Allowance;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.limit.Ruling;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import io.undertow.io.Receiver;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code POST /v1/sessions/{id}/messages}: what a client says whose transport only listens. */
public final class SessionMessages implements Routes.Endpoint {

    /** Of a body, in bytes. */
    public static final int MAX_BODY = 64 * 1024;

    private final Hub hub;
    private final Gate gate;
    private final Limits limits;

    public SessionMessages(Hub hub, Gate gate, Limits limits) {
        this.hub = hub;
        this.gate = gate;
        this.limits = limits;
    }

    @Override
    public void handle(HttpServerExchange exchange, Query query) throws RefusedException {
        Encoding encoding = encoding(exchange);
        // Before the receiver sees it, since that sets aside as much memory as the length promises.
        if (exchange.getRequestContentLength() > MAX_BODY) {
            throw tooLarge();
        }
        Answers.limit(exchange, limits.settings().bodyDeadline());
        Receiver receiver = exchange.getRequestReceiver();
        receiver.setMaxBufferSize(MAX_BODY);
        receiver.receiveFullBytes((received, body) -> receive(received, encoding, body), SessionMessages::failed);
    }

    private void receive(HttpServerExchange exchange, Encoding encoding, byte[] body) {
        try {
            Principal client = Gate.client(exchange);
            String session = Routes.id(exchange);
            if (!hub.hasSession(client, session)) {
                unknown(exchange);
                return;
            }
            Allowance allowance = limits.session(session, RequestGate.address(exchange), RequestGate.counted(client));
            if (refused(exchange, allowance.take(MessageCost.reading(body.length)))) {
                return;
            }
            List<ClientMessage> messages = FrameCodec.of(encoding).decodeClientFrame(body);
            long cost = MessageCost.doing(messages, hub.instruments().size());
            if (refused(exchange, allowance.take(cost))) {
                return;
            }
            if (!hear(exchange, client, session, messages)) {
                unknown(exchange);
                return;
            }
            exchange.setStatusCode(StatusCodes.ACCEPTED);
            exchange.endExchange();
        } catch (MalformedFrameException e) {
            Answers.problem(exchange, Problem.of(400, "malformed", String.valueOf(e.getMessage())));
        }
    }

    /** False if there is no such session. */
    private boolean hear(HttpServerExchange exchange, Principal client, String session, List<ClientMessage> frame) {
        AtomicBoolean there = new AtomicBoolean(true);
        gate.introductions(exchange)
                .pass(
                        frame,
                        said -> there.compareAndSet(true, hub.receive(client, session, said)),
                        login -> there.compareAndSet(true, hub.login(client, session, login)));
        return there.get();
    }

    /** Answers a client that says too much. */
    private static boolean refused(HttpServerExchange exchange, Ruling ruling) {
        return switch (ruling) {
            case Ruling.Granted _ -> false;
            case Ruling.Later(Duration retryAfter) -> {
                Answers.tooMany(exchange, retryAfter);
                yield true;
            }
            case Ruling.Enough(Duration retryAfter) -> {
                exchange.setPersistent(false);
                Answers.tooMany(exchange, retryAfter);
                yield true;
            }
        };
    }

    private static void unknown(HttpServerExchange exchange) {
        Answers.problem(exchange, Problem.of(404, "unknown_session", "there is no such session"));
    }

    private static void failed(HttpServerExchange exchange, IOException why) {
        if (why instanceof Receiver.RequestToLargeException) {
            Answers.problem(exchange, tooLarge().problem());
        } else {
            // The client went away in the middle of the body: there is nobody to answer.
            exchange.setPersistent(false);
            exchange.endExchange();
        }
    }

    private static RefusedException tooLarge() {
        return new RefusedException(Problem.of(413, "message_too_large", "at most " + MAX_BODY + " bytes"));
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
