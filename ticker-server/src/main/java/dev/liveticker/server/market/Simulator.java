package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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
 * The simulated market, running with the clock on a thread of its own named {@code market}. The same seed and start
 * time give the same events at the same market time, however irregularly the thread runs; how it makes up for lost time
 * is said in {@link Pace}.
 */
public final class Simulator implements MarketSource {

    private static final Logger LOG = LoggerFactory.getLogger(Simulator.class);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final SimulatedMarket market;
    private final Pace pace = new Pace(SimulatedMarket.STEP);
    private final ScheduledExecutorService thread;

    /** Held while a batch is given, so that none is once {@link #close} has returned. */
    private final Object giving = new Object();

    private @Nullable ScheduledFuture<?> running;
    private boolean closed;
    private boolean complained;

    /**
     * Sets one up as of now; it trades once started.
     *
     * @param seed the same seed trades the same
     * @param listings what it trades, each once
     */
    public Simulator(long seed, List<Listing> listings, InstantSource clock) {
        this.clock = clock;
        this.market = new SimulatedMarket(seed, listings, clock.instant());
        this.thread = Executors.newSingleThreadScheduledExecutor(
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
    public List<Instrument> instruments() {
        return market.instruments();
    }

    @Override
    public List<Bar> history(Symbol symbol) {
        return market.history(symbol);
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
            running = thread.scheduleAtFixedRate(
                    () -> run(listener), SimulatedMarket.STEP, SimulatedMarket.STEP, TimeUnit.MICROSECONDS);
        }
    }

    @Override
    public void close() {
        synchronized (giving) {
            closed = true;
        }
        thread.shutdown();
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
        Pace.Due due = pace.due(market.time(), ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant()));
        if (due.skip() > 0) {
            LOG.info("the market left out {} ms in which this machine was not running it", due.skip() / 1_000);
            market.skip(due.skip());
        }
        for (int i = 0; i < due.steps(); i++) {
            synchronized (giving) {
                if (closed) {
                    return;
                }
                give(market.step(), listener);
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
