package dev.liveticker.desktop.watchlist;

import java.util.ArrayDeque;
import java.util.Deque;

/** Rows that show a tick at the moment, each once, however often it ticks. */
final class Flashes {

    private final Deque<QuoteRow> rows = new ArrayDeque<>();

    /** A row shows a tick until then. */
    void add(QuoteRow row, long untilNanos) {
        if (row.flashUntil(untilNanos)) {
            rows.addLast(row);
        }
    }

    /** Ends the ticks that have shown long enough. */
    void pulse(long nowNanos) {
        // Those that ticked again go to the end, and are looked at once in a pulse.
        for (int left = rows.size(); left > 0; left--) {
            QuoteRow row = rows.removeFirst();
            if (!row.calm(nowNanos)) {
                rows.addLast(row);
            }
        }
    }
}
