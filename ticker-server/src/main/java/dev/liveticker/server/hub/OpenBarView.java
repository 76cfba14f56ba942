package dev.liveticker.server.hub;

/** A subscriber's view of an open bar. It waits for the closed bars before it. */
final class OpenBarView extends Conflated {

    private final BarLane lane;
    private final LaneCursor closedBars;
    private long deliveredSeq;

    OpenBarView(BarLane lane, LaneCursor closedBars, Outbox outbox) {
        super(outbox);
        this.lane = lane;
        this.closedBars = closedBars;
        lane.viewers().add(this);
    }

    @Override
    void refresh() {
        deliveredSeq = 0;
    }

    @Override
    void again() {
        deliveredSeq = 0;
    }

    @Override
    void resume(long since) {
        // The newest value may have been held back.
        deliveredSeq = paced() ? 0 : since;
        changed();
    }

    @Override
    long pendingSeq() {
        return lane.openSeq() > deliveredSeq ? lane.openSeq() : 0;
    }

    @Override
    EncodedMessage newest() {
        return lane.open();
    }

    @Override
    boolean blocked() {
        return closedBars.next() != null;
    }

    @Override
    void delivered() {
        deliveredSeq = lane.openSeq();
    }

    @Override
    void leave() {
        lane.viewers().remove(this);
    }
}
