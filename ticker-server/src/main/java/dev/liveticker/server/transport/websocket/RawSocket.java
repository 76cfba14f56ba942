package dev.liveticker.server.transport.websocket;

import dev.liveticker.message.End;
import dev.liveticker.server.transport.Pulse;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * One WebSocket on a raw channel, whatever is spoken over it: messages in and out, the closing handshake, and whether
 * the other side lives. Everything but {@link #silent} happens on the channel's I/O thread, and nothing blocks it.
 */
public final class RawSocket {

    /** So that one chatty client does not keep the thread from the others. */
    private static final int READS_AT_ONCE = 8;

    private static final long CLOSE_WAIT_MILLIS = 1_000;

    /** What is spoken over a socket. Called on the socket's I/O thread. */
    public interface Protocol {

        /** It is open: the first that is told, unless it was lost before. */
        void opened();

        /** The client said something. */
        void message(byte[] payload);

        /** Whether to hear something that costs so much and is no message. */
        boolean hears(long cost);

        /** Whether anything is heard any more. */
        boolean listens();

        /** The message that was {@link #send given} last is on its way; the next may be given. */
        void written();

        /**
         * It is closing, or was lost: the last that is told. Nothing that was not written by now ever will be.
         *
         * @param why the socket itself ended it; absent where it was the client, or the protocol
         */
        void over(@Nullable End why);
    }

    private enum State {
        OPEN,
        /** A close frame is sent or to be sent; the peer's is awaited for a moment. */
        CLOSING,
        CLOSED
    }

    private final StreamConnection channel;
    private final ServerConnection connection;
    private final FrameParser parser;
    private final Outgoing outgoing;
    private final Duration pingInterval;
    private final BooleanSupplier keepsBack;
    private final Pulse pulse = new Pulse();
    private final ClientFrames incoming = new Incoming();

    private State state = State.OPEN;
    private @Nullable Protocol protocol;
    private XnioExecutor.@Nullable Key timer;
    private boolean broken;
    private @Nullable End why;
    private boolean peerClosed;

    /** @param keepsBack whether what is sent is kept back by the server itself, so that nobody can be asked */
    RawSocket(
            StreamConnection channel,
            ServerConnection connection,
            Payload payload,
            boolean deflate,
            Duration pingInterval,
            BooleanSupplier keepsBack) {
        this.channel = channel;
        this.connection = connection;
        this.pingInterval = pingInterval;
        this.keepsBack = keepsBack;
        this.parser = new FrameParser(payload, deflate, FrameLimits.DEFAULT);
        this.outgoing = new Outgoing(channel.getSinkChannel());
    }

    /** Begins to read. */
    void open(Protocol spoken) {
        protocol = spoken;
        if (!channel.isOpen()) {
            cut();
            return;
        }
        connection.addCloseListener(_ -> cut());
        channel.getSinkChannel().setWriteListener(_ -> write());
        channel.getSourceChannel().setReadListener(this::read);
        spoken.opened();
        // Woken, not only resumed: frames may have come right behind the handshake.
        channel.getSourceChannel().wakeupReads();
    }

    public XnioIoThread thread() {
        return channel.getIoThread();
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whether the client was asked for a sign of life some time ago, could answer and has not. Any thread. */
    public boolean silent() {
        return pulse.silent() && !keepsBack.getAsBoolean();
    }

    /**
     * Sends a message, or several one behind the other. The next may be given once it is {@link Protocol#written}.
     *
     * @param image with the frames' headers; need only be good until this returns
     */
    public void send(ByteBuffer image) {
        if (state == State.OPEN) {
            outgoing.frame(image);
            write();
        }
    }

    /** Does something after that time, unless told otherwise before. */
    public void within(Duration time, Runnable late) {
        if (state == State.OPEN) {
            retime(time.toMillis(), late);
        }
    }

    /** Waits for nothing any more. */
    public void noDeadline() {
        if (state == State.OPEN) {
            stopTimer();
        }
    }

    /** From now on the client is asked now and then whether it lives, and nothing else is waited for. */
    public void keepAlive() {
        within(pingInterval, this::checkPulse);
    }

    private void retime(long millis, Runnable action) {
        stopTimer();
        timer = channel.getIoThread().executeAfter(action, millis, TimeUnit.MILLISECONDS);
    }

    private void stopTimer() {
        if (timer != null) {
            timer.remove();
            timer = null;
        }
    }

    private void read(ConduitStreamSourceChannel source) {
        Protocol listener = protocol;
        try (PooledByteBuffer pooled = connection.getByteBufferPool().allocate()) {
            ByteBuffer buffer = pooled.getBuffer();
            for (int i = 0; i < READS_AT_ONCE && state != State.CLOSED; i++) {
                buffer.clear();
                int count = source.read(buffer);
                if (count == 0) {
                    return;
                }
                if (count < 0) {
                    cut();
                    return;
                }
                pulse.heard();
                if (!broken && listener != null && listener.listens()) {
                    parser.parse(buffer.flip(), incoming);
                }
            }
        } catch (ProtocolException e) {
            broken = true;
            why = End.ofCloseCode(e.closeCode()).orElse(End.MALFORMED);
            close(e.closeCode(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // The usual way for a client to go.
            cut();
        }
    }

    private final class Incoming implements ClientFrames {

        @Override
        public void message(byte[] payload) {
            Protocol listener = protocol;
            if (state == State.OPEN && listener != null) {
                listener.message(payload);
            }
        }

        @Override
        public void ping(byte[] payload) {
            if (heard()) {
                outgoing.pulse(FrameWriter.pong(payload));
                write();
            }
        }

        @Override
        public void pong() {
            // That something was heard is all there is to know; but not without end.
            var _ = heard();
        }

        private boolean heard() {
            Protocol listener = protocol;
            return state == State.OPEN && listener != null && listener.hears(1);
        }

        @Override
        public void close(int code) {
            peerClosed = true;
            if (state == State.OPEN) {
                RawSocket.this.close(code, "");
            } else {
                write();
            }
        }
    }

    /**
     * Says good-bye, after what is on its way.
     *
     * @param reason ASCII; cut at 123 bytes
     */
    public void close(int code, String reason) {
        if (state == State.OPEN) {
            state = State.CLOSING;
            outgoing.close(FrameWriter.close(code, reason));
            retime(CLOSE_WAIT_MILLIS, this::cut);
            over();
            write();
        }
    }

    private void write() {
        if (state == State.CLOSED) {
            return;
        }
        Protocol listener = protocol;
        try {
            while (outgoing.write()) {
                if (state == State.OPEN && listener != null) {
                    listener.written();
                }
            }
            if (peerClosed && outgoing.closed()) {
                cut();
            }
        } catch (IOException e) {
            // The client went away in the middle of a write.
            cut();
        }
    }

    private void checkPulse() {
        if (state != State.OPEN) {
            return;
        }
        if (keepsBack.getAsBoolean()) {
            // The question, or what led to the answer, may not have left.
            pulse.listen(false);
            keepAlive();
            return;
        }
        if (pulse.lost()) {
            why = End.TOO_SLOW;
            close(End.TOO_SLOW.closeCode(), "no pong");
            return;
        }
        // A ping that cannot leave is no question asked: then the hub's own deadline for the frame before it counts.
        boolean asking = outgoing.idle();
        pulse.listen(asking);
        if (asking) {
            outgoing.pulse(FrameWriter.ping());
            write();
        }
        keepAlive();
    }

    private void cut() {
        if (state != State.CLOSED) {
            boolean open = state == State.OPEN;
            state = State.CLOSED;
            stopTimer();
            if (open) {
                over();
            }
            IoUtils.safeClose(channel);
        }
    }

    private void over() {
        if (protocol != null) {
            protocol.over(why);
        }
    }
}
