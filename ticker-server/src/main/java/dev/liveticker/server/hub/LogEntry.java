package dev.liveticker.server.hub;

import dev.liveticker.message.MarketEvent;
import org.jspecify.annotations.Nullable;

/** A lossless message in the {@link RetainedLog}, linked with its neighbours in the {@link Lane}. */
final class LogEntry {

    private final Lane lane;
    private final long seq;
    private final long ordinal;
    private final EncodedMessage encoded;
    private @Nullable LogEntry previous;
    private @Nullable LogEntry next;

    LogEntry(Lane lane, MarketEvent event, @Nullable LogEntry previous) {
        this.lane = lane;
        this.seq = event.seq();
        this.encoded = new EncodedMessage(event);
        this.previous = previous;
        if (previous == null) {
            this.ordinal = lane.appended();
        } else {
            this.ordinal = previous.ordinal + 1;
            previous.next = this;
        }
    }

    Lane lane() {
        return lane;
    }

    long seq() {
        return seq;
    }

    /** Counts the messages of the lane. */
    long ordinal() {
        return ordinal;
    }

    EncodedMessage encoded() {
        return encoded;
    }

    @Nullable
    LogEntry previous() {
        return previous;
    }

    @Nullable
    LogEntry next() {
        return next;
    }

    /** Cuts it off, so that whoever still holds it keeps nothing else in memory. */
    void forget() {
        if (next != null) {
            next.previous = null;
            next = null;
        }
    }
}
