package dev.liveticker.benchmarks.peer;

import dev.liveticker.message.Quote;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes so many quotes a second, a millisecond's worth at a time, on a thread of its own. */
public final class PacedQuotes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PacedQuotes.class);

    /** What was missed beyond this is not made up for: a market does not wait, and does not come back either. */
    private static final double LONGEST_DEBT_SECONDS = 0.1;

    private final SyntheticMarket market;
    private final Consumer<List<Quote>> listener;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "market"));

    private volatile int rate;
    private long last = System.nanoTime();
    private double owed;

    /** @param listener is given each batch on the market's thread */
    @SuppressWarnings("FutureReturnValueIgnored") // a tick handles its own failure
    public PacedQuotes(SyntheticMarket market, Consumer<List<Quote>> listener) {
        this.market = market;
        this.listener = listener;
        thread.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.MILLISECONDS);
    }

    /** @param perSecond quotes, all symbols together; 0 for silence */
    public void rate(int perSecond) {
        rate = perSecond;
    }

    private void tick() {
        try {
            long now = System.nanoTime();
            double seconds = Math.min((now - last) / 1e9, LONGEST_DEBT_SECONDS);
            last = now;
            owed = rate == 0 ? 0 : owed + rate * seconds;
            int due = (int) owed;
            if (due > 0) {
                owed -= due;
                Instant time = Instant.now();
                listener.accept(market.next(due, time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000));
            }
        } catch (RuntimeException e) {
            LOG.error("a batch of quotes was not taken", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
