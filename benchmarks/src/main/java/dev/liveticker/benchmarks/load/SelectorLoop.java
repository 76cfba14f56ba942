package dev.liveticker.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread and its share of the connections, which all read into its one buffer. */
final class SelectorLoop implements Runnable, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SelectorLoop.class);

    private static final int BUFFER = 256 << 10;

    /** Fewer than any server's queue of connections waiting to be accepted. */
    private static final int CONNECTING_AT_ONCE = 64;

    private final LoadPlan plan;
    private final int next;
    private final int step;
    private final Tally tally = new Tally(InstantSource.system());
    private final Selector selector;
    private final ByteBuffer shared = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final Thread thread;

    private int index;
    private int connecting;
    private boolean stalled;
    private volatile boolean stalling;
    private volatile boolean closed;
    private final AtomicInteger streaming = new AtomicInteger();
    private final AtomicInteger disconnects = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();

    /** @param first serves the connections {@code first}, {@code first + step}, … of the plan */
    SelectorLoop(LoadPlan plan, int first, int step) throws IOException {
        this.plan = plan;
        this.next = first;
        this.step = step;
        this.selector = Selector.open();
        this.thread = new Thread(this, "load-" + first);
    }

    void start() {
        index = next;
        thread.start();
    }

    Tally tally() {
        return tally;
    }

    /** Connections that have their stream. */
    int streaming() {
        return streaming.get();
    }

    /** Streams that ended before their time. */
    int disconnects() {
        return disconnects.get();
    }

    /** Connections that did not get a stream. */
    int errors() {
        return errors.get();
    }

    /** From now on the plan's stalled connections read nothing. */
    void stall() {
        stalling = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                connectSome();
                selector.select(this::serve);
                if (stalling && !stalled) {
                    stalled = true;
                    stallSome();
                }
                tally.publish();
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void connectSome() throws IOException {
        while (connecting < CONNECTING_AT_ONCE && index < plan.connections()) {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            Subscriber subscriber = new Subscriber(plan, index, channel, key, tally);
            key.attach(subscriber);
            index += step;
            connecting++;
            try {
                if (channel.connect(new InetSocketAddress(
                        plan.server().getHost(), plan.server().getPort()))) {
                    subscriber.connected();
                }
            } catch (IOException e) {
                lost(key, false, String.valueOf(e.getMessage()));
            }
        }
    }

    private void serve(SelectionKey key) {
        Subscriber subscriber = (Subscriber) key.attachment();
        boolean wasStreaming = subscriber.streaming();
        try {
            if (key.isConnectable() && ((SocketChannel) key.channel()).finishConnect()) {
                subscriber.connected();
            }
            if (key.isWritable()) {
                subscriber.writable();
            }
            if (key.isReadable() && !subscriber.readable(shared)) {
                lost(key, wasStreaming, "the server ended the stream");
                return;
            }
        } catch (IOException e) {
            lost(key, wasStreaming, String.valueOf(e.getMessage()));
            return;
        }
        if (!wasStreaming && subscriber.streaming()) {
            connecting--;
            streaming.incrementAndGet();
        }
    }

    private void lost(SelectionKey key, boolean wasStreaming, String why) {
        if (wasStreaming) {
            streaming.decrementAndGet();
            disconnects.incrementAndGet();
        } else {
            connecting--;
            errors.incrementAndGet();
        }
        if (disconnects.get() + errors.get() == 1) {
            LOG.warn("the first connection lost: {}", why);
        }
        try {
            key.channel().close();
        } catch (IOException e) {
            LOG.debug("closing a lost connection", e);
        }
    }

    private void stallSome() {
        for (SelectionKey key : selector.keys()) {
            Subscriber subscriber = (Subscriber) key.attachment();
            if (key.isValid() && plan.stalls(subscriber.index())) {
                subscriber.stall();
            }
        }
    }

    /** Closes every connection and waits for the thread. */
    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
