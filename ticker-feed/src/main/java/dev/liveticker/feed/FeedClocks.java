package dev.liveticker.feed;

import dev.liveticker.feed.machine.Event;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Looks at the clocks and the network now and then, and tells the feed when old connections lead nowhere. */
final class FeedClocks {

    /** The network is looked at every so many times. */
    private static final int NETWORK_EVERY = 5;

    private final FeedLoop loop;
    private final Executor io;
    private final NetworkWatch network;
    private final Consumer<Event> feed;
    private ClockWatch clocks;
    private Runnable cancel = () -> {};
    private int looks;

    /**
     * @param io runs what takes its time
     * @param feed told on the loop
     */
    FeedClocks(FeedLoop loop, Executor io, NetworkWatch network, Consumer<Event> feed) {
        this.loop = loop;
        this.io = io;
        this.network = network;
        this.feed = feed;
        this.clocks = new ClockWatch(loop.nanos(), loop.wallClock());
    }

    /** Begins anew; on the loop. */
    void start() {
        cancel.run();
        clocks = new ClockWatch(loop.nanos(), loop.wallClock());
        cancel = loop.schedule(ClockWatch.EVERY, this::look);
    }

    /** On the loop. */
    void stop() {
        cancel.run();
    }

    private void look() {
        cancel = loop.schedule(ClockWatch.EVERY, this::look);
        if (clocks.jumped(loop.nanos(), loop.wallClock())) {
            feed.accept(new Event.ClockJumped());
        }
        if (looks++ % NETWORK_EVERY == 0) {
            io.execute(() -> {
                if (network.changed()) {
                    loop.execute(() -> feed.accept(new Event.NetworkChanged()));
                }
            });
        }
    }
}
