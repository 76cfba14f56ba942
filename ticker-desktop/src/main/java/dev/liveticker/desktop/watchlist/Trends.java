package dev.liveticker.desktop.watchlist;

import dev.liveticker.feed.MarketData;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the last hours of rows that are looked at, a few at a time and the newest wish first, so that somebody who
 * scrolls through 5,000 rows waits for those on the screen only. What could not be had is asked for again, later each
 * time. Belongs to the thread of the executor it was given.
 */
public final class Trends {

    /** Before a second attempt; from then on twice as long each time. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    /** By then the wait is the longest. */
    private static final int MOST_DOUBLINGS = 6;

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
    private boolean told;

    /** @param owner runs what arrives, one task at a time; on the desktop, the FX thread */
    public Trends(MarketData marketData, Executor owner) {
        this.marketData = marketData;
        this.owner = owner;
    }

    /** Somebody looks at this row. Asked for each row and server until it is answered. */
    void want(QuoteRow row) {
        if (row.trend().isAsked()) {
            return;
        }
        row.trend().asked(true);
        line(new Wish(row, 0));
        next();
    }

    /** Asks again for what is due. Called once a second. */
    public void second(long atNanos) {
        nowNanos = atNanos;
        retry(failed.stream().filter(each -> nowNanos - each.untilNanos() >= 0).toList());
    }

    /** Whether the connection is live; when it is so again, what could not be had is asked for at once. */
    public void live(boolean isLive) {
        if (isLive) {
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
        waiting.addFirst(wish);
        if (waiting.size() > MOST_WAITING) {
            waiting.removeLast().row().trend().asked(false);
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
        var _ = marketData
                .bars(wish.row().symbol(), Trend.STEP, Trend.MOST)
                .whenCompleteAsync(
                        (bars, failure) -> {
                            running--;
                            if (asked == server && failure == null) {
                                wish.row().precede(bars);
                            } else if (asked == server) {
                                fail(wish, failure);
                            }
                            next();
                        },
                        owner);
    }

    private void fail(Wish wish, Throwable failure) {
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
        long wait = Math.min(LONGEST_WAIT.toNanos(), FIRST_WAIT.toNanos() << Math.min(wish.failures(), MOST_DOUBLINGS));
        failed.addLast(new Failed(new Wish(wish.row(), wish.failures() + 1), nowNanos + wait));
        if (failed.size() > MOST_WAITING) {
            failed.removeFirst().wish().row().trend().asked(false);
        }
    }
}
