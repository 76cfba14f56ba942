package dev.liveticker.feed;

import dev.liveticker.feed.link.LinkListener;
import dev.liveticker.feed.machine.Loss;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Hands what comes in on one link over to the feed's thread, a bounded number of frames at a time: beyond it the
 * transport's thread waits, stops reading, and the server conflates.
 */
final class Inbox implements LinkListener {

    private static final int FRAMES = 32;

    /** Where it goes, on the feed's thread. */
    interface Receiver {

        void received(List<ServerMessage> frame, Optional<Position> position);

        void lost(Loss loss);
    }

    private final FeedLoop loop;
    private final Receiver receiver;
    private final Semaphore room = new Semaphore(FRAMES);
    private final AtomicBoolean lost = new AtomicBoolean();
    private volatile boolean closed;

    Inbox(FeedLoop loop, Receiver receiver) {
        this.loop = loop;
        this.receiver = receiver;
    }

    @Override
    public void received(List<ServerMessage> frame, Optional<Position> position) {
        if (closed) {
            return;
        }
        room.acquireUninterruptibly();
        if (closed) {
            room.release();
            return;
        }
        loop.execute(() -> {
            try {
                if (!closed) {
                    receiver.received(frame, position);
                }
            } finally {
                room.release();
            }
        });
    }

    @Override
    public void lost(Loss loss) {
        if (!lost.getAndSet(true)) {
            loop.execute(() -> {
                if (!closed) {
                    receiver.lost(loss);
                }
            });
        }
    }

    /** Nothing is received any more, and whoever waits goes on. */
    void close() {
        closed = true;
        room.release(FRAMES);
    }
}
