package dev.liveticker.server.transport.poll;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage.Subscribe;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.PollRequest;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.StreamQuery;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/updates}: long polling, and with no {@code wait} plain polling. */
public final class Polls implements Routes.Endpoint {

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(25);
    private static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private final Hub hub;
    private final Handoff.PerThread handoffs;
    private final int maxSubscribers;
    private final InstantSource clock;

    /**
     * @param maxSubscribers when so many have a place, a poll is told to come later
     * @param clock that tokens run out by
     */
    public Polls(Hub hub, Handoff.PerThread handoffs, int maxSubscribers, InstantSource clock) {
        this.hub = hub;
        this.handoffs = handoffs;
        this.maxSubscribers = maxSubscribers;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServerExchange exchange, Query query) throws RefusedException {
        String since = query.text("since").orElse(null);
        List<Subscribe> subscriptions = StreamQuery.subscriptions(query, since);
        Encoding encoding = takesCbor(exchange) ? Encoding.CBOR : Encoding.JSON;
        Principal client = Gate.client(exchange);
        PollRequest request = new PollRequest(
                encoding,
                query.text("session").orElse(null),
                since,
                subscriptions,
                within(patience(query.text("wait")), client),
                client,
                RequestGate.address(exchange).getHostAddress());
        if (hub.subscribers() >= maxSubscribers) {
            hub.evictDead();
            throw new RefusedException(Problem.of(End.OVERLOADED));
        }
        exchange.dispatch(
                exchange.getIoThread(),
                () -> HeldPoll.open(exchange, handoffs.to(exchange.getIoThread()), hub, request));
    }

    /** Seconds, as a plain decimal; more than a minute is cut to one. */
    static Duration patience(Optional<String> wait) throws RefusedException {
        if (wait.isEmpty()) {
            return Duration.ZERO;
        }
        if (wait.get().isEmpty()) {
            return DEFAULT_WAIT;
        }
        if (!wait.get().matches("[0-9]{1,9}(\\.[0-9]{1,3})?")) {
            throw RefusedException.badParameter("wait", "seconds from 0 to 60 expected");
        }
        Duration asked = Duration.ofMillis((long) (Double.parseDouble(wait.get()) * 1_000));
        return asked.compareTo(MAX_WAIT) < 0 ? asked : MAX_WAIT;
    }

    /** No poll is held longer than its client may listen. */
    private Duration within(Duration patience, Principal client) {
        Instant expiry = client.expiry();
        if (expiry == null) {
            return patience;
        }
        Duration left = Duration.between(clock.instant(), expiry);
        return left.isNegative() ? Duration.ZERO : left.compareTo(patience) < 0 ? left : patience;
    }

    private static boolean takesCbor(HttpServerExchange exchange) {
        HeaderValues accept = exchange.getRequestHeaders().get(Headers.ACCEPT);
        return accept != null && accept.stream().anyMatch(value -> value.contains(Encoding.CBOR.mediaType()));
    }
}
