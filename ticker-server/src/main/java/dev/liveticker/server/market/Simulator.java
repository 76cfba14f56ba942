package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated market, running on a thread of its own named {@code market}, with the clock on the wall or with a clock
 * of its own. The same seed and start time give the same events at the same market time in the same batches, however
 * irregularly the thread runs and however fast; how it makes up for lost time is said in {@link Pace} and
 * {@link VirtualTime}.
 */
public final class Simulator implements MarketSource {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    /** So that the history of many thousand instruments does not fill the memory. */
    private static final int MOST_PAST_BARS = 1_000_000;

    private static final int LEAST_PAST_BARS = 30;

    private final SimulatedMarket market;
    private final MarketTime time;
    private final ScheduledExecutorService thread;

    /** Held while a batch is given, so that none is once {@link #close} has returned. */
    private final Object giving = new Object();

    private @Nullable ScheduledFuture<?> running;
    private volatile boolean closed;
    private boolean complained;
    private boolean begun;

    /** @param thread its own, which it shuts down */
    Simulator(SimulatedMarket market, MarketTime time, ScheduledExecutorService thread) {
        this.market = market;
        this.time = time;
        this.thread = thread;
    }

    /** Made for a market. */
    static ScheduledExecutorService thread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("market").daemon().factory());
    }

    @Override
    public String name() {
        return "SIMULATED";
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public InstantSource clock() {
        return time.clock();
    }

    @Override
    public boolean standsAlone() {
        return time.standsAlone();
    }

    @Override
    public List<Instrument> instruments() {
        return market.instruments();
    }

    @Override
    public List<Bar> history(Symbol symbol) {
        int most = Math.max(
                LEAST_PAST_BARS,
                MOST_PAST_BARS / Math.max(1, market.instruments().size()));
        return market.history(symbol, most);
    }

    @Override
    public List<Quote> opening() {
        return market.opening();
    }

    /** @throws IllegalStateException if it was started or closed before */
    @Override
    public void start(Consumer<List<MarketEvent>> listener) {
        synchronized (giving) {
            if (closed || running != null) {
                throw new IllegalStateException("a market is started once");
            }
            running =
                    thread.scheduleAtFixedRate(() -> run(listener), time.period(), time.period(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public void close() {
        // Before the guard, which a market in a hurry would hardly let go of.
        closed = true;
        synchronized (giving) {
            thread.shutdown();
        }
        try {
            // A listener may close the market; then its thread cannot end before this returns.
            if (!Thread.holdsLock(giving) && !thread.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the market's thread still runs after {}", LONGEST_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Consumer<List<MarketEvent>> listener) {
        try {
            keepUp(listener);
        } catch (RuntimeException | Error e) {
            // Thrown on, it ends the schedule, which would keep it to itself.
            LOG.error("the simulated market broke down", e);
            throw e;
        }
    }

    private void keepUp(Consumer<List<MarketEvent>> listener) {
        Pace.Due due = time.due(market.time());
        if (due.skip() > 0) {
            // What passed while the rest of a server was starting is nobody's fault, and no news.
            if (begun) {
                LOG.warn("the market left out {} ms in which this machine was not running it", due.skip() / 1_000);
            }
            market.skip(due.skip());
        }
        begun = true;
        for (int i = 0; i < due.steps(); i++) {
            synchronized (giving) {
                if (closed) {
                    return;
                }
                List<MarketEvent> batch = market.step();
                // Before the batch, so that no message is older than the events it comes with.
                time.reached(market.time());
                give(batch, listener);
            }
        }
    }

    private void give(List<MarketEvent> batch, Consumer<List<MarketEvent>> listener) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            listener.accept(batch);
        } catch (RuntimeException e) {
            // One batch that could not be taken must not end the market.
            if (!complained) {
                LOG.error("a batch of market events could not be taken; further ones are not reported", e);
                complained = true;
            }
        }
    }
}
