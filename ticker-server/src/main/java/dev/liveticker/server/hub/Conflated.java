package dev.liveticker.server.hub;

import org.jspecify.annotations.Nullable;

/** A subscriber's view of a value of which only the newest matters. */
abstract class Conflated extends Audience.Seat {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LONGEST_PAUSE = 1e18;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Outbox outbox;
    private long pause;
    private long sentAt = NEVER;
    private boolean begun;
    private long firstSentIn;
    private long lastSentIn;
    private boolean waiting;
    private boolean closed;

    Conflated(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The value is another one. */
    final void changed() {
        if (!waiting) {
            waiting = true;
            outbox.changed(this);
        }
    }

    /** @param maxRate times a second at most; absent for no limit */
    final void pace(@Nullable Double maxRate) {
        pause = maxRate == null ? 0 : (long) Math.min(NANOS_PER_SECOND / maxRate, LONGEST_PAUSE);
        if (waiting) {
            outbox.hurry();
        }
    }

    /** Whether its rate is limited. */
    final boolean paced() {
        return pause > 0;
    }

    /** Until when it must wait, in the core's nanoseconds. */
    final long heldUntil() {
        return sentAt + pause;
    }

    /**
     * It was put into a frame.
     *
     * @param answer which of its session's answers to polls that is; 0 in a stream
     */
    final void sent(long now, long answer) {
        if (!begun) {
            begun = true;
            firstSentIn = answer;
        }
        lastSentIn = answer;
        waiting = false;
        sentAt = now;
        delivered();
    }

    /** An answer to a poll got lost; what it held of this is to be sent again. */
    final void undo(long answer) {
        if (begun && firstSentIn == answer) {
            begin();
        } else if (lastSentIn == answer) {
            again();
            changed();
        }
    }

    /** The client knows nothing. */
    final void begin() {
        begun = false;
        refresh();
        changed();
    }

    /** Nothing of it is to be sent; it leaves its outbox's queue until it {@link #changed changes}. */
    final void idle() {
        waiting = false;
    }

    final boolean closed() {
        return closed;
    }

    final void close() {
        closed = true;
        leave();
    }

    /** The number of the newest value, if that is yet to be delivered; otherwise 0. */
    abstract long pendingSeq();

    /** The newest value, in the form this subscriber needs. Only while {@link #pendingSeq} is not 0. */
    abstract EncodedMessage newest();

    /** Whether it must wait until its subscriber has caught up with lossless messages that come before it. */
    abstract boolean blocked();

    /**
     * The stream goes on from a position.
     *
     * @param since what is numbered up to it is known to the client
     */
    abstract void resume(long since);

    /** A first value is due, whether it changed or not. */
    abstract void refresh();

    /** The newest value is due, though it was sent before. */
    abstract void again();

    /** Notes that {@link #newest} is on its way. */
    abstract void delivered();

    /** Takes it out of its audience. */
    abstract void leave();
}
