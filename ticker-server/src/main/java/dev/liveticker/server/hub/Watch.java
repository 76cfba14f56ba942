package dev.liveticker.server.hub;

import java.time.Duration;

/**
 * A {@link View}'s eye on a value. With a limited rate it keeps a change back until that is due. In a chain of those
 * told of least recently first; see {@link Recent}.
 */
final class Watch extends Chain.Link<Watch> {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LONGEST_PAUSE = 1e18;

    /** A change is held back longer than it must be by no more than this part of its pause. */
    private static final int GRID = 8;

    private static final long COARSEST = Duration.ofMillis(10).toNanos();

    private final View view;
    private final Value value;
    private final long pause;
    private final long grid;
    private long toldAt;
    private long due;
    private boolean held;
    private Value.Form heldForm = Value.Form.BRIEF;
    private long heldSeq;
    private long heldChange;

    private long tick;
    private long completeTick;
    private long snapshotTick;

    /**
     * @param maxRate times a second at most; 0 for no limit
     * @param now when its first member is told the value, in the core's nanoseconds
     */
    Watch(View view, Value value, double maxRate, long now) {
        this.view = view;
        this.value = value;
        this.toldAt = now;
        this.pause = maxRate == 0 ? 0 : (long) Math.min(NANOS_PER_SECOND / maxRate, LONGEST_PAUSE);
        this.grid = Math.clamp(pause / GRID, 1, COARSEST);
    }

    Value value() {
        return value;
    }

    /**
     * The value is another one; this much of it. Who holds a change back needs to hear of no other: it is the newest
     * that is told in the end.
     */
    void changed(Value.Form form) {
        if (pause == 0) {
            view.tell(this, form);
        } else {
            held = true;
            heldForm = form;
            heldSeq = value.seq();
            heldChange = value.changes();
            due = Math.ceilDiv(toldAt + pause, grid) * grid;
            value.watchers().remove(this);
            view.hold(this);
        }
    }

    /** Takes over from another view's watch of the same value, so that changing views is no way around the limit. */
    void continueFrom(Watch other) {
        toldAt = other.toldAt;
        if (other.held && pause > 0) {
            changed(other.withHeld(Value.Form.BRIEF));
        }
    }

    /** By the numbers of the newest of their values. */
    static int compareNumbers(Watch one, Watch other) {
        return Long.compare(one.value.seq(), other.value.seq());
    }

    /** Whether a change is kept back. */
    boolean held() {
        return held;
    }

    /**
     * When the change kept back is due, in the core's nanoseconds: on a grid that the view's other watches of the same
     * rate share, so that what is due at about the same time comes in one frame.
     */
    long due() {
        return due;
    }

    /** Lets go of the change kept back. */
    void release(long now) {
        Value.Form form = withHeld(Value.Form.BRIEF);
        held = false;
        toldAt = now;
        value.watchers().add(this);
        long replaced = value.changes() - heldChange;
        if (value.seq() != 0) {
            view.tell(this, form);
        } else {
            replaced++;
        }
        view.replaced(replaced);
    }

    void close() {
        if (!held) {
            value.watchers().remove(this);
        }
    }

    /** It was told of at this tick of its view. */
    void told(long newTick, Value.Form form) {
        tick = newTick;
        if (form == Value.Form.SNAPSHOT) {
            snapshotTick = newTick;
        } else if (form == Value.Form.COMPLETE) {
            completeTick = newTick;
        }
    }

    /** The view's tick at which it was last told of; 0 if it never was. */
    long tick() {
        return tick;
    }

    /** What someone needs of the newest who knows it as of a tick. */
    Value.Form since(long known) {
        if (snapshotTick > known) {
            return Value.Form.SNAPSHOT;
        }
        return withHeld(completeTick > known ? Value.Form.COMPLETE : Value.Form.BRIEF);
    }

    /** What someone needs of the newest who needed this much of what was told. */
    Value.Form withHeld(Value.Form form) {
        return held ? form.or(heldForm).or(value.changedSince(heldSeq)) : form;
    }
}
