package dev.liveticker.server.history;

import dev.liveticker.message.Bar;
import java.util.List;
import java.util.Optional;

/**
 * What was new of a symbol at one moment.
 *
 * @param closed bars of every interval, of each oldest first
 * @param openMinute the one-minute bar that was not over
 * @param upTo where to read on
 */
public record Reading(List<Bar> closed, Optional<Bar> openMinute, Bookmark upTo) {

    public Reading {
        closed = List.copyOf(closed);
    }
}
