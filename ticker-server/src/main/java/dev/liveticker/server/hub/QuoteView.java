package dev.liveticker.server.hub;

/**
 * A subscriber's view of a symbol's quote. It gets the short form unless session fields changed since its last
 * delivery, so that conflation never loses one.
 */
final class QuoteView extends Conflated {

    private final QuoteSlot slot;
    private long deliveredSeq;
    private boolean snapshotDue;
    private boolean completeDue;
    private long begunAt = Long.MAX_VALUE;

    QuoteView(QuoteSlot slot, Outbox outbox) {
        super(outbox);
        this.slot = slot;
        slot.viewers().add(this);
    }

    @Override
    void refresh() {
        snapshotDue = true;
        changed();
    }

    @Override
    void resume(long since) {
        if (begunAt == Long.MAX_VALUE) {
            begunAt = since;
        }
        deliveredSeq = since;
        // A change of the session may lie before the position and yet not have been delivered.
        completeDue = true;
        if (slot.seq() > since) {
            changed();
        } else if (paced() || begunAt > since) {
            // The newest value may have been held back, or lost with the frame that was to be the first of it.
            refresh();
        }
    }

    @Override
    long pendingSeq() {
        return snapshotDue || slot.seq() > deliveredSeq ? slot.seq() : 0;
    }

    @Override
    EncodedMessage newest() {
        if (snapshotDue) {
            return slot.snapshot();
        }
        return completeDue || slot.sessionSeq() > deliveredSeq ? slot.complete() : slot.brief();
    }

    @Override
    boolean blocked() {
        return false;
    }

    @Override
    void delivered(long position) {
        deliveredSeq = slot.seq();
        snapshotDue = false;
        completeDue = false;
        if (begunAt == Long.MAX_VALUE) {
            begunAt = position;
        }
    }

    @Override
    void leave() {
        slot.viewers().remove(this);
    }
}
