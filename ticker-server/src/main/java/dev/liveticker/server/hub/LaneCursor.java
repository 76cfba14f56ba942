package dev.liveticker.server.hub;

import dev.liveticker.message.Gap;
import dev.liveticker.model.Channel;
import org.jspecify.annotations.Nullable;

/** How far a subscriber has got in a {@link Lane}, and what of it was lost to it. */
final class LaneCursor extends Audience.Seat {

    static final String SLOW_READER = "slow_reader";

    private final Lane lane;
    private final Outbox outbox;
    private Channel channel;
    private @Nullable LogEntry next;
    private long begun;
    private long passed;
    private long movedFrom;
    private long movedIn;
    private long announcedFrom;
    private long announcedIn;
    private long gapFrom;
    private long gapTo;
    private boolean waiting;
    private boolean closed;

    /** @param passed the number up to which nothing is wanted */
    LaneCursor(Lane lane, Outbox outbox, long passed) {
        this.lane = lane;
        this.outbox = outbox;
        this.channel = lane.channel();
        this.begun = passed;
        lane.readers().add(this);
        seek(passed);
    }

    /** Goes on from another place: what is numbered above it comes next. */
    void restart(long newBegun) {
        begun = newBegun;
        seek(newBegun);
    }

    private void seek(long newPassed) {
        passed = newPassed;
        gapFrom = 0;
        next = null;
        LogEntry entry = lane.last();
        while (entry != null && entry.seq() > newPassed) {
            next = entry;
            entry = entry.previous();
        }
        if (next != null) {
            queue();
        }
    }

    /**
     * More is wanted than it began with. What was delivered meanwhile cannot come again, so if there was something,
     * what lies before is announced as lost instead.
     */
    void reachBack(long since) {
        LogEntry earliest = lane.first();
        if (since >= begun || earliest == null || earliest.seq() > begun) {
            return;
        }
        if (passed == begun && gapFrom == 0) {
            seek(since);
        } else {
            gapFrom = since + 1;
            gapTo = Math.max(gapTo, begun);
            queue();
        }
        begun = since;
    }

    /** The channel on which a loss is announced. */
    void announceOn(Channel newChannel) {
        channel = newChannel;
    }

    void appended(LogEntry entry) {
        if (next == null) {
            next = entry;
        }
        queue();
    }

    private void queue() {
        if (!waiting) {
            waiting = true;
            outbox.behind(this);
        }
    }

    /** Finds out what the log dropped meanwhile. */
    void settle() {
        if (next != null && next.forgotten()) {
            lose(passed + 1, lane.forgottenUpTo());
            next = lane.first();
        }
    }

    /** How many messages it is behind. */
    long pending() {
        LogEntry newest = lane.last();
        return next == null || newest == null ? 0 : newest.ordinal() - next.ordinal() + 1;
    }

    /** The next message, if it is behind. */
    @Nullable
    LogEntry next() {
        return next;
    }

    /** The number of the next message; only while it is behind. */
    long nextSeq() {
        return next == null ? Long.MAX_VALUE : next.seq();
    }

    /**
     * Takes the next message, which there must be.
     *
     * @param answer which of its session's answers to polls it is for; 0 in a stream
     */
    EncodedMessage take(long answer) {
        LogEntry taken = behind();
        if (movedIn != answer) {
            movedIn = answer;
            movedFrom = passed;
        }
        passed = taken.seq();
        next = taken.next();
        return taken.encoded();
    }

    /** Gives the next message up, which there must be. */
    void skip() {
        LogEntry lost = behind();
        lose(lost.seq(), lost.seq());
        next = lost.next();
    }

    private LogEntry behind() {
        if (next == null) {
            throw new IllegalStateException("not behind");
        }
        return next;
    }

    private void lose(long from, long to) {
        if (gapFrom == 0) {
            gapFrom = from;
        }
        gapTo = to;
        passed = to;
    }

    /** The first number lost and not yet announced; 0 if none is. */
    long gapFrom() {
        return gapFrom;
    }

    /** What was lost, which must be something. */
    Gap gap() {
        return new Gap(channel, lane.symbol(), gapFrom, gapTo, SLOW_READER);
    }

    /**
     * The client is told of {@link #gap}.
     *
     * @param answer which of its session's answers to polls tells it; 0 in a stream
     */
    void gapAnnounced(long answer) {
        announcedIn = answer;
        announcedFrom = gapFrom;
        gapFrom = 0;
    }

    /** An answer to a poll got lost; what it held of this is to be sent again. */
    void undo(long answer) {
        long gapBefore = announcedIn == answer ? announcedFrom : gapFrom;
        if (movedIn == answer) {
            seek(movedFrom);
            if (lane.forgottenUpTo() > passed) {
                lose(passed + 1, lane.forgottenUpTo());
            }
        }
        if (gapBefore != 0) {
            gapFrom = gapBefore;
        }
        if (gapFrom != 0) {
            queue();
        }
    }

    /** Whether it still has something to say; if not, it leaves its outbox's queue until it has. */
    boolean stillWaiting() {
        waiting = !closed && (next != null || gapFrom != 0);
        return waiting;
    }

    boolean closed() {
        return closed;
    }

    void close() {
        closed = true;
        next = null;
        gapFrom = 0;
        lane.readers().remove(this);
    }
}
