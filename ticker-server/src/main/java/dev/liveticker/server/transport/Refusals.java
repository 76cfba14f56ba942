package dev.liveticker.server.transport;

import dev.liveticker.server.hub.ConnectionLog;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** Counts and logs who is turned away. Any thread. */
public final class Refusals {

    private static final AttachmentKey<Refusals> THEIRS = AttachmentKey.create(Refusals.class);

    private final Map<Refusal, LongAdder> counts = new EnumMap<>(Refusal.class);
    private final ConnectionLog log;

    public Refusals(ConnectionLog log) {
        this.log = log;
        for (Refusal refusal : Refusal.values()) {
            counts.put(refusal, new LongAdder());
        }
    }

    /** What this request is answered with counts here. */
    public void follow(HttpServerExchange exchange) {
        exchange.putAttachment(THEIRS, this);
    }

    /** Where a request counts that is {@link #follow followed}. */
    public static Refusals of(HttpServerExchange exchange) {
        return Objects.requireNonNull(exchange.getAttachment(THEIRS), "a request that is not followed");
    }

    /** What this request is answered with is counted elsewhere. */
    public static void leave(HttpServerExchange exchange) {
        exchange.removeAttachment(THEIRS);
    }

    /** A request is answered with a problem, which may be no refusal. */
    static void answered(HttpServerExchange exchange, Problem problem) {
        Refusals refusals = exchange.getAttachment(THEIRS);
        Refusal refusal = Refusal.of(problem);
        if (refusals != null && refusal != null) {
            refusals.turnAway(refusal, problem.code(), RequestGate.address(exchange));
        }
    }

    /**
     * Someone was turned away.
     *
     * @param code what the client was told
     */
    public void turnAway(Refusal refusal, String code, InetAddress from) {
        Objects.requireNonNull(counts.get(refusal)).increment();
        log.turnedAway(refusal.label(), code, from.getHostAddress());
    }

    /** How many were turned away so. */
    public long count(Refusal refusal) {
        return Objects.requireNonNull(counts.get(refusal)).sum();
    }
}
