package dev.liveticker.desktop.watchlist;

import dev.liveticker.feed.MarketData;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the last hours of rows that are looked at, a few at a time and the newest wish first, so that somebody who
 * scrolls through 5,000 rows waits for those on the screen only. Belongs to the thread of the executor it was given.
 */
public final class Trends {

    private static final Logger LOG = LoggerFactory.getLogger(Trends.class);
    private static final int AT_ONCE = 3;
    private static final int MOST_WAITING = 60;

    private final MarketData marketData;
    private final Executor owner;
    private final Deque<QuoteRow> waiting = new ArrayDeque<>();
    private int running;
    private int server;
    private boolean failed;

    /** @param owner runs what arrives, one task at a time; on the desktop, the FX thread */
    public Trends(MarketData marketData, Executor owner) {
        this.marketData = marketData;
        this.owner = owner;
    }

    /** Somebody looks at this row. Asked once for each row and server. */
    void want(QuoteRow row) {
        if (row.trend().isAsked()) {
            return;
        }
        row.trend().asked(true);
        waiting.addFirst(row);
        if (waiting.size() > MOST_WAITING) {
            waiting.removeLast().trend().asked(false);
        }
        next();
    }

    /** From now on it is another server that is asked. */
    public void forget() {
        server++;
        waiting.clear();
    }

    private void next() {
        while (running < AT_ONCE && !waiting.isEmpty()) {
            ask(waiting.removeFirst());
        }
    }

    private void ask(QuoteRow row) {
        int asked = server;
        running++;
        var _ = marketData
                .bars(row.symbol(), Trend.STEP, Trend.MOST)
                .whenCompleteAsync(
                        (bars, failure) -> {
                            running--;
                            if (asked == server && failure == null) {
                                row.precede(bars);
                            } else if (failure != null && !failed) {
                                failed = true;
                                LOG.info("the last hours of {} could not be had; told once", row.symbol(), failure);
                            }
                            next();
                        },
                        owner);
    }
}
