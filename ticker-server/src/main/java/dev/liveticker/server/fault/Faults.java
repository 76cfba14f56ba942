package dev.liveticker.server.fault;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.FaultKind;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.hub.Hub;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server does wrong on purpose at the moment: at most one fault of each kind, all at once if need be. Any
 * thread; nothing here waits for long.
 */
public final class Faults implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    /** After a good-bye; who has not gone by then is cut off. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private record Running(Fault fault, long endsAt) {}

    private record Refusing(Fault.Cut how, long until) {}

    /** What a request is answered while connections are dropped. */
    public record Refusal(Fault.Cut how, Duration comeAgain) {}

    private final Hub hub;
    private final HaltableMarket market;
    private final Line line;
    private final LongSupplier nanos;
    private final Timer timer;
    private final Set<Symbol> symbols;
    private final Map<FaultKind, Running> running = new EnumMap<>(FaultKind.class);
    private Runnable cancel = () -> {};
    private volatile @Nullable LostTrades lost;
    private volatile @Nullable Refusing refusing;
    private boolean closed;

    /**
     * None, until they are asked for.
     *
     * @param market that the hub is told of
     * @param nanos monotonic
     * @param timer is closed with this
     */
    public Faults(Hub hub, HaltableMarket market, Line line, LongSupplier nanos, Timer timer) {
        this.hub = hub;
        this.market = market;
        this.line = line;
        this.nanos = nanos;
        this.timer = timer;
        this.symbols = market.instruments().stream().map(Instrument::symbol).collect(Collectors.toUnmodifiableSet());
    }

    /** The way out of the server, which has to be told of connections. */
    public Line line() {
        return line;
    }

    /** All that is traded. */
    public Set<Symbol> symbols() {
        return symbols;
    }

    /** Takes in what happened in the market, and passes it on to the hub. */
    public void publish(List<MarketEvent> events) {
        LostTrades now = lost;
        if (now == null) {
            hub.publish(events);
        } else {
            hub.publishLosing(events, now);
        }
    }

    /** What a request is to be answered instead of what it asks for; empty when it is to be served. */
    public Optional<Refusal> refusal() {
        Refusing now = refusing;
        if (now == null) {
            return Optional.empty();
        }
        Duration left = Duration.ofNanos(now.until() - nanos.getAsLong());
        return left.isPositive() ? Optional.of(new Refusal(now.how(), left)) : Optional.empty();
    }

    /** Begins a fault, in place of one of its kind. */
    public synchronized void begin(Fault fault) {
        if (closed) {
            return;
        }
        running.put(
                fault.kind(),
                new Running(fault, nanos.getAsLong() + fault.length().toNanos()));
        log.warn("A fault begins on request: {}", fault);
        put(fault.kind(), fault);
        setTimer();
    }

    /** Ends them all. */
    public synchronized void endAll() {
        for (FaultKind kind : List.copyOf(running.keySet())) {
            end(kind);
        }
        setTimer();
    }

    /** Those that go on. */
    public synchronized List<RunningFault> running() {
        long now = nanos.getAsLong();
        return running.values().stream()
                .map(each -> new RunningFault(each.fault(), Duration.ofNanos(each.endsAt() - now)))
                .filter(each -> each.left().isPositive())
                .toList();
    }

    @Override
    public synchronized void close() {
        endAll();
        closed = true;
        timer.close();
    }

    private synchronized void rang() {
        long now = nanos.getAsLong();
        for (Map.Entry<FaultKind, Running> each : List.copyOf(running.entrySet())) {
            if (each.getValue().endsAt() - now <= 0) {
                end(each.getKey());
            }
        }
        setTimer();
    }

    private void end(FaultKind kind) {
        Running ended = running.remove(kind);
        if (ended != null) {
            log.warn("A fault ends: {}", ended.fault());
            put(kind, null);
        }
    }

    private void setTimer() {
        cancel.run();
        cancel = () -> {};
        long now = nanos.getAsLong();
        running.values().stream()
                .mapToLong(each -> each.endsAt() - now)
                .min()
                .ifPresent(soonest -> cancel = timer.after(Duration.ofNanos(Math.max(1, soonest)), this::rang));
    }

    /** Has this fault of its kind in force, or none. */
    private void put(FaultKind kind, @Nullable Fault fault) {
        switch (kind) {
            case DROP -> drop(fault instanceof Fault.Drop drop ? drop : null);
            case STALL, DELAY -> hold();
            case SKIP -> lost = fault instanceof Fault.Skip skip ? new LostTrades(skip, nanos) : null;
            case HALT -> halt(fault instanceof Fault.Halt halt ? halt.symbols() : Set.of());
        }
    }

    private void drop(Fault.@Nullable Drop drop) {
        if (drop == null) {
            refusing = null;
            return;
        }
        refusing = new Refusing(drop.how(), nanos.getAsLong() + drop.length().toNanos());
        switch (drop.how()) {
            case ABORT -> line.abort();
            case CLOSE -> {
                hub.dismissAll();
                line.close(LAST_WORDS);
            }
        }
    }

    private void hold() {
        long lateness = 0;
        if (running.containsKey(FaultKind.STALL)) {
            lateness = Line.NEVER;
        } else if (running.get(FaultKind.DELAY) instanceof Running(Fault.Delay delay, long _)) {
            lateness = delay.by().toNanos();
        }
        // Before anything is kept back: nobody is to be called too slow for that.
        hub.excuse(Duration.ofNanos(Math.max(0, heldUntil() - nanos.getAsLong())));
        line.hold(lateness);
    }

    private long heldUntil() {
        long until = nanos.getAsLong();
        for (FaultKind kind : List.of(FaultKind.STALL, FaultKind.DELAY)) {
            Running now = running.get(kind);
            if (now != null && now.endsAt() - until > 0) {
                until = now.endsAt();
            }
        }
        return until;
    }

    private void halt(Set<Symbol> halted) {
        Map<Symbol, TradingStatus> withStatus = new HashMap<>();
        for (Symbol symbol : halted) {
            TradingStatus now = hub.snapshot(symbol)
                    .map(snapshot -> snapshot.quote().status())
                    .orElse(TradingStatus.OPEN);
            withStatus.put(symbol, now);
        }
        market.halt(withStatus);
    }
}
