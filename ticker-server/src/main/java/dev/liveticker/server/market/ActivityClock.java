package dev.liveticker.server.market;

import dev.liveticker.server.market.calendar.Stretch;
import dev.liveticker.server.market.calendar.TradingHours;

/**
 * A clock that goes as fast as the market is busy, and stands while it is closed. All that happens by chance is spaced
 * by it, so that arrivals and variance follow the pattern of the day together (a time change: Clark 1973, A
 * subordinated stochastic process model with finite variance for speculative prices; Ané and Geman 2000).
 *
 * <p>It shows nanoseconds of average activity, which are exact: thousandths of the average times microseconds. Used by
 * one thread.
 */
final class ActivityClock {

    /** What it shows after a second of average activity. */
    static final long SECOND = 1_000_000_000;

    private final TradingHours hours;
    private Stretch stretch;
    private long from;
    private long shown;

    /** @param wall where it starts, at 0; microseconds since the Unix epoch, as all wall times here */
    ActivityClock(TradingHours hours, long wall) {
        this.hours = hours;
        this.stretch = hours.at(wall);
        this.from = wall;
    }

    /** The stretch it is in. */
    Stretch stretch() {
        return stretch;
    }

    /** The wall time at which it enters the next stretch, or did enter this one after {@link #leap}. */
    long from() {
        return from;
    }

    /** When it shows this much; {@link Long#MAX_VALUE} if not within this stretch. */
    long wallAt(long active) {
        if (active <= shown) {
            return stretch.activity() == 0 ? Long.MAX_VALUE : from;
        }
        if (stretch.activity() == 0) {
            return Long.MAX_VALUE;
        }
        long wall = from + Math.ceilDiv(active - shown, (long) stretch.activity());
        return wall < stretch.until() ? wall : Long.MAX_VALUE;
    }

    /** Enters the next stretch. */
    void next() {
        shown += (stretch.until() - from) * stretch.activity();
        from = stretch.until();
        stretch = hours.at(from);
    }

    /** Goes to this wall time and returns what it shows then; time does not go back. */
    long to(long wall) {
        while (stretch.until() <= wall) {
            next();
        }
        shown += (wall - from) * stretch.activity();
        from = wall;
        return shown;
    }

    /** Goes on at this wall time as if none had passed since {@code before}. */
    void leap(long before, long wall) {
        to(before);
        from = wall;
        stretch = hours.at(wall);
    }
}
