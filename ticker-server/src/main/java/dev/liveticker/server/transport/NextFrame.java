package dev.liveticker.server.transport;

import dev.liveticker.server.hub.Frame;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The frame that the hub gave to one connection and that its I/O thread has not taken up yet: at most one, since the
 * next comes only once it is written.
 */
public final class NextFrame {

    private final Handoff handoff;
    private final Consumer<Frame> taker;
    private final Runnable take = this::take;
    private volatile @Nullable Frame frame;

    /** @param taker run on the thread that the handoff leads to */
    public NextFrame(Handoff handoff, Consumer<Frame> taker) {
        this.handoff = handoff;
        this.taker = taker;
    }

    /** Any thread. */
    public void put(Frame given) {
        frame = given;
        handoff.add(take);
    }

    private void take() {
        Frame taken = frame;
        frame = null;
        if (taken != null) {
            taker.accept(taken);
        }
    }
}
