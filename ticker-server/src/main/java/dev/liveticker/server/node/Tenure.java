package dev.liveticker.server.node;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.cluster.Entry;
import dev.liveticker.server.cluster.FencedException;
import dev.liveticker.server.cluster.Journal;
import dev.liveticker.server.market.MarketSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time in which the market is this node's: opens it on a thread of its own, again and again until it can be had,
 * and adds what happens to the log.
 */
final class Tenure {

    private static final Logger log = LoggerFactory.getLogger(Tenure.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final MarketSource market;
    private final Journal journal;
    private final CompletableFuture<Void> before;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean ended;
    private boolean refused;

    /**
     * @param market which {@link MarketSource#start} opens anew each time
     * @param before when whoever had the market before lets go of it
     */
    Tenure(MarketSource market, Journal journal, CompletableFuture<Void> before) {
        this.market = market;
        this.journal = journal;
        this.before = before;
    }

    /** When it has let go of the market, after its {@link #end}. */
    CompletableFuture<Void> done() {
        return done;
    }

    /** Returns at once. */
    void begin() {
        Thread.ofVirtual().name("market-opening").start(() -> {
            try {
                before.join();
                open();
            } finally {
                done.complete(null);
            }
        });
    }

    private void open() {
        try {
            while (over.getCount() > 0 && !opened()) {
                over.await(RETRY.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean opened() {
        try {
            market.start(this::happened);
        } catch (RuntimeException e) {
            log.error("The market cannot be opened; it is tried again every {} s", RETRY.toSeconds(), e);
            return false;
        }
        if (over.getCount() == 0) {
            // It ended just before the start, which then did not know.
            market.close();
        }
        return true;
    }

    private void happened(List<MarketEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        long time = MicroTime.of(market.clock().instant());
        byte[] batch = new MarketBatch(time, events).encode();
        synchronized (this) {
            if (ended || refused) {
                return;
            }
            CompletableFuture<Long> _ = journal.append(Entry.Kind.MARKET, batch).whenComplete((_, failure) -> {
                if (failure != null) {
                    refused(failure);
                }
            });
        }
    }

    /** What comes after something that may be missing is of no use: the cluster says when the market is to go on. */
    private synchronized void refused(Throwable failure) {
        if (!refused && !ended) {
            refused = true;
            if (failure instanceof FencedException) {
                log.info("The market is no longer this node's to run: {}", failure.getMessage());
            } else {
                log.warn("What happens in the market cannot be added to the log", failure);
            }
        }
    }

    /** Stops the market; nothing is added once this returned. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        over.countDown();
        market.close();
    }
}
