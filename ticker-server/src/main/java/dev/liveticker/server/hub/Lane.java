package dev.liveticker.server.hub;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.model.Symbol;
import org.jspecify.annotations.Nullable;

/** The lossless messages of one kind and symbol: those still retained, and who reads along. */
final class Lane {

    private final Symbol symbol;
    private final Audience<Tap> readers = new Audience<>();
    private @Nullable LogEntry first;
    private @Nullable LogEntry last;
    private long forgottenUpTo;
    private long appended;
    private long newestSeq;

    Lane(Symbol symbol) {
        this.symbol = symbol;
    }

    Symbol symbol() {
        return symbol;
    }

    Audience<Tap> readers() {
        return readers;
    }

    /** The newest message, if it is still retained. */
    @Nullable
    LogEntry last() {
        return last;
    }

    /** The number of the newest message that is no longer retained; 0 if all are. */
    long forgottenUpTo() {
        return forgottenUpTo;
    }

    /** The number of the newest message it ever had; 0 if it had none. */
    long newestSeq() {
        return newestSeq;
    }

    /** The oldest retained message numbered above this. */
    @Nullable
    LogEntry firstAfter(long seq) {
        return firstAfter(seq, null);
    }

    /**
     * The oldest retained message numbered above this.
     *
     * @param near a message of this lane, retained or not, from which it is looked for; absent to look from the newest
     */
    @Nullable
    LogEntry firstAfter(long seq, @Nullable LogEntry near) {
        LogEntry found = last;
        if (near != null) {
            // Whoever stood at one that is dropped by now stands at the oldest.
            found = near.seq() > forgottenUpTo ? near : first;
        }
        while (found != null && found.seq() <= seq) {
            found = found.next();
        }
        LogEntry before = found == null ? null : found.previous();
        while (before != null && before.seq() > seq) {
            found = before;
            before = before.previous();
        }
        return found;
    }

    /** How many retained messages are numbered above one number and up to another. */
    long appendedWithin(long after, long upTo) {
        long count = 0;
        for (LogEntry entry = last; entry != null && entry.seq() > after; entry = entry.previous()) {
            if (entry.seq() <= upTo) {
                count++;
            }
        }
        return count;
    }

    /** How many messages it ever had. */
    long appended() {
        return appended;
    }

    /** Takes in the next message and tells who reads along. */
    LogEntry append(MarketEvent event) {
        LogEntry entry = new LogEntry(this, event, last);
        appended++;
        newestSeq = entry.seq();
        last = entry;
        if (first == null) {
            first = entry;
        }
        readers.forEach(reader -> reader.appended(entry));
        return entry;
    }

    /** Has had nothing so far. Nobody may be reading along. */
    void restart() {
        for (LogEntry entry = last; entry != null; entry = entry.previous()) {
            entry.forget();
        }
        first = null;
        last = null;
        forgottenUpTo = 0;
        newestSeq = 0;
    }

    /** Drops its oldest message. */
    void forgetFirst() {
        LogEntry oldest = first;
        if (oldest == null) {
            return;
        }
        forgottenUpTo = oldest.seq();
        first = oldest.next();
        if (first == null) {
            last = null;
        }
        oldest.forget();
    }
}
