package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.server.market.calendar.Stretch;
import dev.liveticker.server.market.calendar.TradingHours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * The instruments that keep the same hours. Each has its turns at random moments, kept in a queue by time, so that an
 * instrument that does nothing costs nothing. Wall times in microseconds since the Unix epoch. Used by one thread.
 */
final class TradingFloor {

    /** Whose turn is when, as a reading of the floor's {@link ActivityClock}. */
    private static final class Turn {
        private final Ticker ticker;
        private final int order;
        private final double meanPause;
        private final RandomGenerator random;
        private long at;

        Turn(Seed seed, Listing listing, Ticker ticker, int order) {
            this.ticker = ticker;
            this.order = order;
            this.meanPause = ActivityClock.SECOND / listing.quotesPerSecond();
            this.random = seed.stream(listing.symbol().text() + "/turns");
            next();
        }

        /** Independent of how long ago the last one was: turns are a Poisson process, at the pace of the moment. */
        void next() {
            at += 1 + (long) (meanPause * random.nextExponential() / ticker.liveliness());
        }
    }

    private final TradingHours hours;
    private final ActivityClock clock;
    private final List<Ticker> tickers = new ArrayList<>();
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.<Turn>comparingLong(turn -> turn.at).thenComparingInt(turn -> turn.order));
    private Stretch known;
    private long tradingDay;
    private boolean leapt;

    TradingFloor(TradingHours hours, long start) {
        this.hours = hours;
        this.clock = new ActivityClock(hours, start);
        this.known = clock.stretch();
        this.tradingDay = known.day();
    }

    TradingHours hours() {
        return hours;
    }

    void admit(Seed seed, Listing listing, Ticker ticker) {
        tickers.add(ticker);
        turns.add(new Turn(seed, listing, ticker, tickers.size()));
    }

    /** When something happens next here: somebody's turn, or the end of a stretch. */
    long due() {
        if (leapt) {
            return clock.from();
        }
        Turn turn = turns.peek();
        return Math.min(turn == null ? Long.MAX_VALUE : clock.wallAt(turn.at), known.until());
    }

    /** Lets happen what is {@link #due}. */
    void happen(List<? super MarketEvent> events) {
        if (leapt) {
            leapt = false;
            enter(events);
            return;
        }
        Turn turn = turns.peek();
        long wall = turn == null ? Long.MAX_VALUE : clock.wallAt(turn.at);
        if (turn == null || wall == Long.MAX_VALUE) {
            clock.next();
            enter(events);
            return;
        }
        turns.poll();
        turn.ticker.act(turn.at, wall, events);
        turn.next();
        turns.add(turn);
    }

    /** Goes on at this wall time as if none had passed since {@code before}. */
    void leap(long before, long wall) {
        clock.leap(before, wall);
        leapt = true;
    }

    private void enter(List<? super MarketEvent> events) {
        Stretch stretch = clock.stretch();
        boolean newDay = stretch.phase().trading() && stretch.day() != tradingDay;
        if (stretch.phase() != known.phase() || newDay) {
            for (Ticker ticker : tickers) {
                ticker.enter(stretch, newDay, clock.from(), events);
            }
        }
        known = stretch;
        if (newDay) {
            tradingDay = stretch.day();
        }
    }
}
