package dev.liveticker.server.fault;

import dev.liveticker.server.limit.ByteBudget;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.xnio.StreamConnection;

/** The way out of the server, for every open connection: can be made slow, closed for a while, or cut. Any thread. */
public final class Line {

    /** Nothing leaves at all. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long MOST_HELD = 64L << 20;

    /** For what a client was asked before, and what it says once it hears again. */
    private static final long GRACE = Duration.ofSeconds(10).toNanos();

    private final LongSupplier nanos;
    private final ByteBudget budget = new ByteBudget(MOST_HELD);
    private final Map<InetSocketAddress, Valve> valves = new ConcurrentHashMap<>();
    private volatile long lateness;
    private volatile long excusedUntil;

    /** @param nanos monotonic */
    public Line(LongSupplier nanos) {
        this.nanos = nanos;
        this.excusedUntil = nanos.getAsLong();
    }

    /**
     * Takes a connection in, before anything is read from it or written to it.
     *
     * @return to be run once it is closed
     */
    public Runnable open(StreamConnection connection, InetSocketAddress peer) {
        Valve valve = new Valve(connection, budget);
        connection.getSinkChannel().setConduit(valve);
        valves.put(peer, valve);
        // After the connection can be found: a fault that begins or ends meanwhile is either seen here or finds it.
        long now;
        do {
            now = lateness;
            valve.hold(now);
        } while (now != lateness);
        return () -> {
            valves.remove(peer, valve);
            valve.closed();
        };
    }

    /** Whatever holds for the others, what is sent to this peer leaves at once from now on, and it is not cut. */
    public void exempt(InetSocketAddress peer) {
        Valve valve = valves.get(peer);
        if (valve != null) {
            valve.exempt();
        }
    }

    /** Whether clients wait for the server just now, or did a moment ago, so that none of them is to blame for it. */
    public boolean keepsBack() {
        return lateness != 0 || excusedUntil - nanos.getAsLong() > 0;
    }

    /** @param byNanos how late everything leaves from now on; 0 for not at all, {@link #NEVER} for nothing */
    void hold(long byNanos) {
        excusedUntil = nanos.getAsLong() + GRACE;
        lateness = byNanos;
        each(valve -> valve.hold(byNanos));
    }

    /** Cuts every connection without a word. */
    void abort() {
        each(Valve::abort);
    }

    /** Closes every connection that is open now in an orderly way, if it still is after a while. */
    void close(Duration after) {
        each(valve -> valve.close(after));
    }

    private void each(Consumer<Valve> action) {
        for (Valve valve : valves.values()) {
            try {
                action.accept(valve);
            } catch (RejectedExecutionException e) {
                // The server has stopped, and its connections with it.
                return;
            }
        }
    }
}
