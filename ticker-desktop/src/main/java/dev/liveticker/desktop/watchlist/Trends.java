package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.instrument.RetryWait;
import dev.liveticker.feed.MarketData;
import dev.liveticker.message.Bar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the last hours of rows that are looked at, a few at a time and the newest wish first, so that somebody who
 * scrolls through 5,000 rows waits for those on the screen only. What could not be had is asked for again, later each
 * time. Belongs to the thread of the executor it was given.
 */
public final class Trends {

    private static final Logger LOG = LoggerFactory.getLogger(Trends.class);
    private static final int AT_ONCE = 3;
    private static final int MOST_WAITING = 60;

    /** Waits for its turn. */
    private record Wish(QuoteRow row, int failures) {}

    /** Waits for another attempt. */
    private record Failed(Wish wish, long untilNanos) {}

    private final MarketData marketData;
    private final Executor owner;
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private final Deque<Failed> failed = new ArrayDeque<>();
    private long nowNanos;
    private int running;
    private int server;
    /** Counts the times it was live. */
    private int connection = Trend.NEVER + 1;

    private boolean told;

    /** @param owner runs what arrives, one task at a time; on the desktop, the FX thread */
    public Trends(MarketData marketData, Executor owner) {
        this.marketData = marketData;
        this.owner = owner;
    }

    /**
     * Somebody looks at this row. Asked for each row and server until it is answered; and once more after the
     * connection was lost, if prices are missing in between.
     */
    void want(QuoteRow row) {
        Trend trend = row.trend();
        boolean never = trend.asked() == Trend.NEVER;
        if (never || (trend.asked() != connection && trend.hasHole())) {
            line(new Wish(row, 0));
            next();
        }
    }

    /** Asks again for what is due. Called once a second. */
    public void second(long atNanos) {
        nowNanos = atNanos;
        retry(failed.stream().filter(each -> nowNanos - each.untilNanos() >= 0).toList());
    }

    /** Whether the connection is live; when it is so again, what could not be had is asked for at once. */
    public void live(boolean isLive) {
        if (isLive) {
            connection++;
            retry(List.copyOf(failed));
        }
    }

    /** From now on it is another server that is asked. */
    public void forget() {
        server++;
        waiting.clear();
        failed.clear();
    }

    private void retry(List<Failed> due) {
        failed.removeAll(due);
        due.forEach(each -> line(each.wish()));
        next();
    }

    private void line(Wish wish) {
        wish.row().trend().asked(connection);
        waiting.addFirst(wish);
        if (waiting.size() > MOST_WAITING) {
            waiting.removeLast().row().trend().asked(Trend.NEVER);
        }
    }

    private void next() {
        while (running < AT_ONCE && !waiting.isEmpty()) {
            ask(waiting.removeFirst());
        }
    }

    private void ask(Wish wish) {
        int asked = server;
        running++;
        // As a task of the owner's, who hears of what goes wrong in it: a stage would keep that to itself.
        var _ = marketData
                .bars(wish.row().symbol(), Trend.STEP, Trend.MOST)
                .whenComplete((bars, failure) -> owner.execute(() -> {
                    running--;
                    if (asked == server) {
                        answered(wish, bars, failure);
                    }
                    next();
                }));
    }

    private void answered(Wish wish, @Nullable List<Bar> bars, @Nullable Throwable failure) {
        if (bars == null) {
            fail(wish, failure);
        } else {
            wish.row().fillTrend(bars);
        }
    }

    private void fail(Wish wish, @Nullable Throwable failure) {
        if (!told) {
            told = true;
            LOG.info(
                    "the last hours of {} could not be had; told once",
                    wish.row().symbol(),
                    failure);
        }
        if (wish.row().standing().get() == QuoteRow.Standing.UNKNOWN) {
            return;
        }
        long wait = RetryWait.nanos(wish.failures());
        failed.addLast(new Failed(new Wish(wish.row(), wish.failures() + 1), nowNanos + wait));
        if (failed.size() > MOST_WAITING) {
            failed.removeFirst().wish().row().trend().asked(Trend.NEVER);
        }
    }
}
