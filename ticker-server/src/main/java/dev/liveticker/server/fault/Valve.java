package dev.liveticker.server.fault;

import dev.liveticker.server.limit.ByteBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitWritableByteChannel;
import org.xnio.conduits.Conduits;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.WriteReadyHandler;

/**
 * The last a connection's bytes pass before the socket (or TLS). Open, it costs one look at a flag for each write.
 * Closed, it takes nothing, as a socket whose buffer is full; slow, it takes what it has room for and lets it go when
 * it is due. Whoever writes is called again when there is room, as a socket would do.
 */
final class Valve extends AbstractStreamSinkConduit<StreamSinkConduit> implements WriteReadyHandler {

    private static final int MOST_HELD = 128 << 10;

    /** What a connection may hold even if all of them together hold too much, so that each gets on. */
    private static final int LEAST_HELD = 4 << 10;

    /** What holding a piece costs besides its bytes. */
    private static final int COST = 64;

    /**
     * A piece that was written.
     *
     * @param charged what it takes of the budget
     * @param since when, in nanoseconds
     */
    private record Held(ByteBuffer bytes, int size, int charged, long since) {}

    private final StreamConnection connection;
    private final ByteBudget budget;
    private final Deque<Held> held = new ArrayDeque<>(1);
    private volatile WriteReadyHandler writer;

    /** Whether anything but the open way is to be gone. */
    private volatile boolean slow;

    private long lateness;
    private int heldBytes;
    /** Whether the writer waits to be called. */
    private boolean wanted;
    /** Whether the socket takes nothing more. */
    private boolean full;
    /** Whether all connections together hold too much. */
    private boolean starved;
    /** Whether the writer has said all it will. */
    private boolean ending;

    private boolean exempt;
    private boolean closed;
    private XnioExecutor.@Nullable Key timer;

    Valve(StreamConnection connection, ByteBudget budget) {
        super(connection.getSinkChannel().getConduit());
        this.connection = connection;
        this.budget = budget;
        this.writer =
                new WriteReadyHandler.ChannelListenerHandler<ConduitStreamSinkChannel>(connection.getSinkChannel());
        next.setWriteReadyHandler(this);
    }

    /** @param byNanos 0 for open, {@link Line#NEVER} for closed */
    synchronized void hold(long byNanos) {
        if (exempt || closed || (!slow && byNanos == 0)) {
            return;
        }
        lateness = byNanos;
        if (!slow) {
            wanted = next.isWriteResumed();
            slow = true;
        }
        connection.getIoThread().execute(this::advance);
    }

    /** Open for good. On the I/O thread. */
    synchronized void exempt() {
        exempt = true;
        lateness = 0;
        if (slow) {
            advance();
        }
    }

    synchronized void abort() {
        if (!exempt) {
            connection.getIoThread().execute(() -> Cut.off(connection));
        }
    }

    synchronized void close(Duration after) {
        if (!exempt) {
            var _ = connection
                    .getIoThread()
                    .executeAfter(() -> IoUtils.safeClose(connection), after.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The connection is closed. */
    synchronized void closed() {
        closed = true;
        stopTimer();
        forget();
    }

    private synchronized void advance() {
        stopTimer();
        if (closed) {
            return;
        }
        try {
            leave(System.nanoTime());
        } catch (IOException e) {
            // The client went away; whoever writes next is told so by the socket.
            forget();
            slow = false;
        }
        callOrNot();
    }

    /** Lets go what is due. */
    private void leave(long now) throws IOException {
        full = false;
        starved = false;
        while (lateness != Line.NEVER && !held.isEmpty()) {
            Held first = held.getFirst();
            long early = lateness - (now - first.since());
            if (lateness != 0 && early > 0) {
                startTimer(early);
                return;
            }
            next.write(first.bytes());
            if (first.bytes().hasRemaining()) {
                full = true;
                return;
            }
            held.removeFirst();
            release(first);
        }
        if (ending && held.isEmpty() && lateness != Line.NEVER) {
            ending = false;
            next.terminateWrites();
        }
        slow = lateness != 0 || !held.isEmpty() || ending;
    }

    /** Has the socket call when there is something to do for it, and only then: it would call without end. */
    private void callOrNot() {
        if (full || (wanted && takes())) {
            next.resumeWrites();
        } else {
            next.suspendWrites();
        }
    }

    private boolean takes() {
        if (!slow) {
            return true;
        }
        if (lateness == 0) {
            return held.isEmpty();
        }
        return lateness != Line.NEVER && heldBytes < MOST_HELD && !starved;
    }

    private void startTimer(long nanos) {
        timer = connection
                .getIoThread()
                .executeAfter(this::advance, TimeUnit.NANOSECONDS.toMillis(nanos) + 1, TimeUnit.MILLISECONDS);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.remove();
            timer = null;
        }
    }

    private void forget() {
        held.forEach(this::release);
        held.clear();
    }

    private void release(Held gone) {
        heldBytes -= gone.size() + COST;
        budget.giveBack(gone.charged());
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        return slow ? keep(src) : next.write(src);
    }

    private synchronized int keep(ByteBuffer src) throws IOException {
        if (slow && lateness == 0) {
            // What waited leaves first.
            leave(System.nanoTime());
        }
        if (!slow) {
            return next.write(src);
        }
        int count = takes() ? Math.min(src.remaining(), MOST_HELD - heldBytes) : 0;
        if (count <= 0 || lateness == 0) {
            return 0;
        }
        int charged = count + COST;
        if (!budget.take(charged)) {
            if (!held.isEmpty()) {
                starved = true;
                return 0;
            }
            count = Math.min(count, LEAST_HELD);
            charged = 0;
        }
        byte[] copy = new byte[count];
        src.get(copy);
        held.addLast(new Held(ByteBuffer.wrap(copy), count, charged, System.nanoTime()));
        heldBytes += count + COST;
        if (timer == null && !full) {
            startTimer(lateness);
        }
        return count;
    }

    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        if (!slow) {
            return next.write(srcs, offset, length);
        }
        long all = 0;
        for (int i = offset; i < offset + length; i++) {
            if (srcs[i].hasRemaining()) {
                all += write(srcs[i]);
                if (srcs[i].hasRemaining()) {
                    return all;
                }
            }
        }
        return all;
    }

    @Override
    public int writeFinal(ByteBuffer src) throws IOException {
        return Conduits.writeFinalBasic(this, src);
    }

    @Override
    public long writeFinal(ByteBuffer[] srcs, int offset, int length) throws IOException {
        return Conduits.writeFinalBasic(this, srcs, offset, length);
    }

    @Override
    public long transferFrom(FileChannel src, long position, long count) throws IOException {
        return src.transferTo(position, count, new ConduitWritableByteChannel(this));
    }

    @Override
    public long transferFrom(StreamSourceChannel source, long count, ByteBuffer throughBuffer) throws IOException {
        return Conduits.transfer(source, count, throughBuffer, this);
    }

    /** What is held is as good as in the socket's own buffer, unless it is the last. */
    @Override
    public boolean flush() throws IOException {
        if (!slow) {
            return next.flush();
        }
        synchronized (this) {
            return !ending && (!held.isEmpty() || next.flush());
        }
    }

    @Override
    public synchronized void terminateWrites() throws IOException {
        if (slow && (!held.isEmpty() || lateness == Line.NEVER)) {
            ending = true;
        } else {
            next.terminateWrites();
        }
    }

    @Override
    public synchronized void truncateWrites() throws IOException {
        forget();
        ending = false;
        next.truncateWrites();
    }

    @Override
    public synchronized boolean isWriteShutdown() {
        return ending || next.isWriteShutdown();
    }

    @Override
    public void resumeWrites() {
        if (slow) {
            want(true);
        } else {
            next.resumeWrites();
        }
    }

    @Override
    public void suspendWrites() {
        if (slow) {
            want(false);
        } else {
            next.suspendWrites();
        }
    }

    @Override
    public void wakeupWrites() {
        if (slow) {
            want(true);
        } else {
            next.wakeupWrites();
        }
    }

    private synchronized void want(boolean toBeCalled) {
        wanted = toBeCalled;
        callOrNot();
    }

    @Override
    public boolean isWriteResumed() {
        return slow ? isWanted() : next.isWriteResumed();
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    @Override
    public void setWriteReadyHandler(WriteReadyHandler handler) {
        writer = handler;
    }

    @Override
    public void writeReady() {
        if (!slow || isReady()) {
            writer.writeReady();
        }
    }

    private synchronized boolean isReady() {
        if (!wanted && !full) {
            // The writer asked to be called in the very moment in which the valve was turned.
            wanted = true;
        }
        advance();
        return wanted && takes();
    }

    @Override
    public void forceTermination() {
        writer.forceTermination();
    }

    @Override
    public void terminated() {
        writer.terminated();
    }
}
