package dev.liveticker.desktop.watchlist;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Rows that show a tick at the moment, each once, however often it ticks. A pulse looks at those whose tick may end
 * with it, and not at thousands that tick on.
 */
final class Flashes {

    /** Rows by when to look at them. What {@link System#nanoTime} gives can only be told apart by its difference. */
    private final NavigableMap<Long, List<QuoteRow>> due = new TreeMap<>((one, other) -> Long.signum(one - other));

    /** A row shows a tick until then. */
    void add(QuoteRow row, long untilNanos) {
        if (row.flashUntil(untilNanos)) {
            lookAt(row, untilNanos);
        }
    }

    /** Ends the ticks that have shown long enough. */
    void pulse(long nowNanos) {
        while (!due.isEmpty() && due.firstKey() - nowNanos <= 0) {
            for (QuoteRow row : due.pollFirstEntry().getValue()) {
                if (!row.calm(nowNanos)) {
                    // It ticked again meanwhile.
                    lookAt(row, row.flashUntilNanos());
                }
            }
        }
    }

    private void lookAt(QuoteRow row, long atNanos) {
        due.computeIfAbsent(atNanos, ignored -> new ArrayList<>()).add(row);
    }
}
