package dev.liveticker.server.hub;

/** A subscriber's view of an open bar. It waits for the closed bars before it. */
final class OpenBarView extends Conflated {

    private final BarLane lane;
    private final LaneCursor closedBars;
    private long deliveredSeq;
    private long begunAt = Long.MAX_VALUE;

    OpenBarView(BarLane lane, LaneCursor closedBars, Outbox outbox) {
        super(outbox);
        this.lane = lane;
        this.closedBars = closedBars;
        lane.viewers().add(this);
    }

    @Override
    void refresh() {
        deliveredSeq = 0;
        changed();
    }

    @Override
    void resume(long since) {
        if (begunAt == Long.MAX_VALUE) {
            begunAt = since;
        }
        // As with quotes: it may have been held back, or lost with the first frame it was in.
        deliveredSeq = paced() || begunAt > since ? 0 : since;
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
    void delivered(long position) {
        deliveredSeq = lane.openSeq();
        if (begunAt == Long.MAX_VALUE) {
            begunAt = position;
        }
    }

    @Override
    void leave() {
        lane.viewers().remove(this);
    }
}
