package dev.liveticker.server.history;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an earlier run left of a symbol's bars, as far as it takes to go on.
 *
 * @param closed the newest closed bars of each interval, oldest first, without a hole: the newest of all, and those
 *     after the newest closed bar of the next longer interval
 * @param openMinute the one-minute bar that was not over, as it was last kept
 */
public record EarlierBars(Map<Interval, List<Bar>> closed, Optional<Bar> openMinute) {

    public static final EarlierBars NONE = new EarlierBars(Map.of(), Optional.empty());

    public EarlierBars {
        closed = Map.copyOf(closed);
    }

    public boolean isEmpty() {
        return openMinute.isEmpty() && closed.values().stream().allMatch(List::isEmpty);
    }

    /** Says that the closed ones are known. */
    public Bookmark bookmark() {
        Map<Interval, Long> newest = new EnumMap<>(Interval.class);
        closed.forEach((interval, bars) -> {
            if (!bars.isEmpty()) {
                newest.put(interval, bars.getLast().start());
            }
        });
        return Bookmark.at(newest);
    }

    /** How far the market's clock had come at least, microseconds since the epoch. */
    long end() {
        long end = openMinute.map(Bar::start).orElse(Long.MIN_VALUE);
        for (List<Bar> bars : closed.values()) {
            if (!bars.isEmpty()) {
                Bar newest = bars.getLast();
                end = Math.max(end, newest.start() + newest.interval().micros());
            }
        }
        return end;
    }
}
