package dev.liveticker.server.node;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.MarketPlan;
import dev.liveticker.server.market.MarketSource;
import dev.liveticker.server.market.TappedMarket;
import dev.liveticker.server.recording.RecordedMarket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A market that is opened anew each time it is this node's turn to run it, and goes on from the newest quotes that
 * there are then. What it trades, it tells by one that is opened at the beginning and never started.
 */
public final class LedMarket extends TappedMarket {

    static final String REASON = "another node runs the market";

    private final MarketPlan plan;
    private final Object guard = new Object();
    private Callable<Map<Symbol, Quote>> newest = Map::of;
    private @Nullable MarketSource running;
    private long turn;
    private boolean closedForGood;

    private LedMarket(MarketPlan plan, MarketSource opened) {
        super(opened);
        this.plan = plan;
    }

    /**
     * Opens the one that tells.
     *
     * @throws IOException if the market cannot be had
     * @throws IllegalArgumentException if it has a time of its own, so that no other node could go on with it
     */
    public static LedMarket open(MarketPlan plan) throws IOException {
        MarketSource opened = plan.open(Map.of());
        if (opened.standsAlone()) {
            opened.close();
            throw new IllegalArgumentException("the market " + opened.name()
                    + " cannot be a cluster's: it has a time of its own, so no other node could go on with it");
        }
        if (opened instanceof RecordedMarket) {
            opened.close();
            throw new IllegalArgumentException("a cluster's market cannot be recorded by a node, which runs it only now"
                    + " and then: record it with a server of its own");
        }
        return new LedMarket(plan, opened);
    }

    /** It has told all that it is asked for; a connection to an exchange is not needed for more. */
    void told() {
        market.close();
    }

    /** @param quotes the newest there are; asked at each start, and may take its time */
    void goOnFrom(Callable<Map<Symbol, Quote>> quotes) {
        newest = quotes;
    }

    /**
     * Opens it anew and starts it; takes as long as that does. First it tells whose status is another than is known:
     * who ran the market before may have halted trading, and cannot end that any more. Nothing happens if it is
     * {@link #close closed} meanwhile.
     *
     * @throws UncheckedIOException if the market cannot be had
     */
    @Override
    public void start(Consumer<List<MarketEvent>> listener) {
        long mine;
        synchronized (guard) {
            if (closedForGood) {
                return;
            }
            stop();
            mine = turn;
        }
        Map<Symbol, Quote> known = known();
        MarketSource opened = open(known);
        List<MarketEvent> corrections = corrections(known, opened.opening());
        synchronized (guard) {
            if (mine != turn) {
                opened.close();
                return;
            }
            running = opened;
            if (!corrections.isEmpty()) {
                listener.accept(corrections);
            }
            opened.start(listener);
        }
    }

    private MarketSource open(Map<Symbol, Quote> known) {
        try {
            return plan.open(known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Symbol, Quote> known() {
        try {
            return newest.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the market was opened", e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the newest quotes cannot be had", e);
        }
    }

    private static List<MarketEvent> corrections(Map<Symbol, Quote> known, List<Quote> opening) {
        List<MarketEvent> corrections = new ArrayList<>();
        for (Quote quote : opening) {
            Quote before = known.get(quote.symbol());
            TradingStatus status = quote.status();
            if (before != null && status != null && before.status() != status) {
                corrections.add(new Status(quote.symbol(), 0, status, REASON));
            }
        }
        return corrections;
    }

    /** Stops it; it can be started again. */
    @Override
    public void close() {
        synchronized (guard) {
            stop();
        }
    }

    private void stop() {
        turn++;
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** Stops it for good. */
    public void closeForGood() {
        synchronized (guard) {
            closedForGood = true;
            stop();
        }
        market.close();
    }
}
