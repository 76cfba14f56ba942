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

    QuoteView(QuoteSlot slot, Outbox outbox) {
        super(outbox);
        this.slot = slot;
        slot.viewers().add(this);
    }

    @Override
    void refresh() {
        snapshotDue = true;
    }

    @Override
    void again() {
        deliveredSeq = 0;
        completeDue = true;
    }

    @Override
    void resume(long since) {
        deliveredSeq = since;
        // A change of the session may lie before the position and yet not have been delivered.
        completeDue = true;
        // So may the newest value, where it was held back.
        snapshotDue = paced() && slot.seq() <= since;
        changed();
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
    void delivered() {
        deliveredSeq = slot.seq();
        snapshotDue = false;
        completeDue = false;
    }

    @Override
    void leave() {
        slot.viewers().remove(this);
    }
}
