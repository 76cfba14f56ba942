package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;
import java.util.List;

/**
 * What is known of the newest page of a symbol's bars, which is fetched while live ones come: whether it must be
 * fetched again though nothing was reported lost, and which of the bars that are there it must not set back. For one
 * thread.
 */
final class NewestPage {

    private enum State {
        AWAITED,
        THERE,
        /** It could not be had. */
        MISSING
    }

    private State state = State.AWAITED;

    /** Where the newest bar starts, in microseconds since the Unix epoch. */
    private long newest = Long.MIN_VALUE;

    /** Whether the newest bar may still change. */
    private boolean open;

    /** Where the oldest bar starts that came live since the page was asked for. */
    private long liveFrom = Long.MAX_VALUE;

    /** Nothing is there any more. */
    void clear() {
        state = State.AWAITED;
        newest = Long.MIN_VALUE;
        open = false;
        liveFrom = Long.MAX_VALUE;
    }

    /** It is asked for: what comes live from now on may be newer than the answer. */
    void ask() {
        liveFrom = Long.MAX_VALUE;
    }

    /**
     * A bar came live.
     *
     * @return whether the page must be fetched again: with a bar that begins, if the page is missing, or if the bar
     *     before it was not heard to close; that may have happened before the stream of them began
     */
    boolean hear(Bar bar) {
        boolean again = bar.start() > newest && (state == State.MISSING || open);
        if (bar.start() >= newest) {
            newest = bar.start();
            open = !bar.closed();
        }
        liveFrom = Math.min(liveFrom, bar.start());
        return again;
    }

    /** It came, oldest first. */
    void take(List<Bar> fetched) {
        state = State.THERE;
        if (!fetched.isEmpty()) {
            Bar last = fetched.getLast();
            if (last.start() > newest || (last.start() == newest && last.start() < liveFrom)) {
                newest = last.start();
                open = !last.closed();
            }
        }
    }

    /** It could not be had. */
    void miss() {
        state = State.MISSING;
    }

    /** Bars that start later are gone. */
    void dropAfter(long start) {
        if (newest > start) {
            newest = start;
            open = true;
        }
    }

    boolean isThere() {
        return state == State.THERE;
    }

    /** The bars that start then or later came live since the page was asked for: an answer may be older than they. */
    long liveFrom() {
        return liveFrom;
    }
}
