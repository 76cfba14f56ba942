package dev.liveticker.server.history;

import dev.liveticker.model.Interval;
import java.util.Map;

/**
 * How far the bars of a symbol have been read.
 *
 * @param changes how often they had changed by then; -1 if they were never read
 * @param newest where the newest closed bar known begins, for each interval that one is known of; microseconds since
 *     the epoch
 */
public record Bookmark(long changes, Map<Interval, Long> newest) {

    public Bookmark {
        newest = Map.copyOf(newest);
    }

    /** The closed bars up to these are known already. */
    public static Bookmark at(Map<Interval, Long> newest) {
        return new Bookmark(-1, newest);
    }
}
