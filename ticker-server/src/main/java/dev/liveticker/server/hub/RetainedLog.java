package dev.liveticker.server.hub;

import dev.liveticker.message.MarketEvent;
import java.util.ArrayDeque;

/**
 * The newest lossless messages, in order, from which every subscriber is served: what one still has to get is kept here
 * once for all, and nowhere else.
 */
final class RetainedLog {

    private final int capacity;
    private final ArrayDeque<LogEntry> entries = new ArrayDeque<>();
    /** The number of the newest message dropped; all up to it are. */
    private long forgottenUpTo;

    /** @param capacity how many messages are kept; positive */
    RetainedLog(int capacity) {
        this.capacity = capacity;
    }

    /** Takes in the next message, in place of the oldest when it is full. */
    void append(Lane lane, MarketEvent event) {
        if (entries.size() >= capacity) {
            LogEntry oldest = entries.removeFirst();
            forgottenUpTo = oldest.seq();
            oldest.lane().forgetFirst();
        }
        entries.addLast(lane.append(event));
    }

    /** Holds nothing, and knows that everything up to a number was. */
    void restart(long upTo) {
        entries.clear();
        forgottenUpTo = upTo;
    }

    /** Whether nothing numbered above this has been dropped. */
    boolean holdsAllAfter(long seq) {
        return seq >= forgottenUpTo;
    }
}
