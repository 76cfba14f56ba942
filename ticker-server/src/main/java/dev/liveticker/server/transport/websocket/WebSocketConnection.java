package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Connection;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Login;
import dev.liveticker.server.hub.Outlet;
import dev.liveticker.server.hub.Subscriber;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.Logins;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * One client's WebSocket on a raw channel. Everything but the {@link Outlet} methods happens on the channel's I/O
 * thread, and nothing blocks it.
 */
final class WebSocketConnection implements Outlet, ClientFrames {

    /** So that one chatty client does not keep the thread from the others. */
    private static final int READS_AT_ONCE = 8;

    private static final long CLOSE_WAIT_MILLIS = 1_000;

    /** How long a client may take to say who it is. */
    private static final long INTRODUCTION_MILLIS = 5_000;

    private enum State {
        OPEN,
        /** A close frame is sent or to be sent; the peer's is awaited for a moment. */
        CLOSING,
        CLOSED
    }

    private final StreamConnection channel;
    private final ServerConnection connection;
    private final Handoff handoff;
    private final Encoding encoding;
    private final @Nullable CompressedFrames compressed;
    private final Duration pingInterval;
    private final Introductions introductions;
    private final FrameParser parser;
    private final Outgoing outgoing;

    private State state = State.OPEN;
    /** Where a client that still has to say who it is will go. */
    private @Nullable Hub awaiting;

    private @Nullable Subscriber subscriber;
    private XnioExecutor.@Nullable Key timer;
    private boolean deaf;
    private boolean peerClosed;
    private boolean heard;
    private boolean pinged;

    WebSocketConnection(
            StreamConnection channel,
            ServerConnection connection,
            Handoff handoff,
            Encoding encoding,
            @Nullable CompressedFrames compressed,
            Duration pingInterval,
            Introductions introductions) {
        this.channel = channel;
        this.connection = connection;
        this.handoff = handoff;
        this.encoding = encoding;
        this.compressed = compressed;
        this.pingInterval = pingInterval;
        this.introductions = introductions;
        this.parser = new FrameParser(encoding, compressed != null, FrameLimits.DEFAULT);
        this.outgoing = new Outgoing(channel.getSinkChannel());
    }

    /** Takes its place in the hub, as soon as it is known whose. */
    void open(Hub hub, Principal client) {
        if (!channel.isOpen()) {
            return;
        }
        connection.addCloseListener(_ -> cut());
        channel.getSinkChannel().setWriteListener(_ -> write());
        channel.getSourceChannel().setReadListener(this::read);
        if (client.isStranger()) {
            awaiting = hub;
            timer = channel.getIoThread().executeAfter(this::strangerStays, INTRODUCTION_MILLIS, TimeUnit.MILLISECONDS);
        } else {
            join(hub, client);
        }
        // Woken, not only resumed: frames may have come right behind the handshake.
        channel.getSourceChannel().wakeupReads();
    }

    private void join(Hub hub, Principal client) {
        subscriber = hub.connect(new Connection(encoding, List.of(), client), this);
        schedulePing();
    }

    private void strangerStays() {
        close(End.UNAUTHENTICATED.closeCode(), "no authenticate in time");
    }

    @Override
    public void send(Frame frame) {
        handoff.add(() -> {
            if (state == State.OPEN) {
                Optional<ByteBuffer> shorter = compressed == null ? Optional.empty() : compressed.of(frame);
                outgoing.frame(
                        encoding == Encoding.JSON ? Opcode.TEXT : Opcode.BINARY,
                        shorter.isPresent(),
                        shorter.orElseGet(() -> frame.bytes().duplicate()));
                write();
            }
        });
    }

    @Override
    public void end(End end) {
        handoff.add(() -> close(end.closeCode(), end.reason()));
    }

    private void read(ConduitStreamSourceChannel source) {
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
                heard = true;
                if (!deaf) {
                    parser.parse(buffer.flip(), this);
                }
            }
        } catch (ProtocolException e) {
            deaf = true;
            close(e.closeCode(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // The usual way for a client to go.
            cut();
        }
    }

    @Override
    public void message(byte[] payload) {
        if (state != State.OPEN) {
            return;
        }
        try {
            List<ClientMessage> frame = FrameCodec.of(encoding).decodeClientFrame(payload);
            if (awaiting != null && introduced(awaiting, frame)) {
                frame = frame.subList(1, frame.size());
            }
            if (subscriber != null && !frame.isEmpty()) {
                introductions.pass(frame, subscriber::receive, subscriber::login);
            }
        } catch (MalformedFrameException e) {
            if (subscriber != null) {
                subscriber.malformed(e);
            } else {
                close(End.MALFORMED.closeCode(), End.MALFORMED.reason());
            }
        }
    }

    /** A stranger's first message says who it is, and is its one try. */
    private boolean introduced(Hub hub, List<ClientMessage> frame) {
        Logins logins = introductions.logins();
        if (logins != null && !frame.isEmpty() && frame.getFirst() instanceof ClientMessage.Authenticate first) {
            switch (logins.judge(introductions.from(), first.token())) {
                case Logins.Verdict.Proven(Principal client) -> {
                    awaiting = null;
                    release();
                    join(hub, client);
                    if (subscriber != null) {
                        subscriber.login(new Login.Proven(first.id(), client));
                    }
                    return true;
                }
                case Logins.Verdict.Refused refused -> close(refused.end().closeCode(), refused.why());
            }
        } else {
            close(End.UNAUTHENTICATED.closeCode(), "authenticate first");
        }
        return false;
    }

    @Override
    public void ping(byte[] payload) {
        if (state == State.OPEN) {
            outgoing.pulse(FrameWriter.pong(payload));
            write();
        }
    }

    @Override
    public void pong() {
        // That something was heard is all there is to know.
    }

    @Override
    public void close(int code) {
        peerClosed = true;
        if (state == State.OPEN) {
            close(code, "");
        } else {
            write();
        }
    }

    private void close(int code, String reason) {
        if (state == State.OPEN) {
            state = State.CLOSING;
            release();
            outgoing.close(FrameWriter.close(code, reason));
            timer = channel.getIoThread().executeAfter(this::cut, CLOSE_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            write();
        }
    }

    private void write() {
        if (state == State.CLOSED) {
            return;
        }
        try {
            while (outgoing.write()) {
                if (state == State.OPEN && subscriber != null) {
                    subscriber.drained();
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

    private void schedulePing() {
        timer = channel.getIoThread().executeAfter(this::checkPulse, pingInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Anything heard is a sign of life; a client that was asked and stays silent is dead or has no pulse to speak of.
     */
    private void checkPulse() {
        if (state != State.OPEN) {
            return;
        }
        if (pinged && !heard) {
            close(End.TOO_SLOW.closeCode(), "no pong");
            return;
        }
        heard = false;
        // A ping that cannot leave is no question asked: then the hub's own deadline for the frame before it counts.
        pinged = outgoing.idle();
        if (pinged) {
            outgoing.pulse(FrameWriter.ping());
            write();
        }
        schedulePing();
    }

    private void cut() {
        if (state != State.CLOSED) {
            state = State.CLOSED;
            release();
            IoUtils.safeClose(channel);
        }
    }

    private void release() {
        if (timer != null) {
            timer.remove();
            timer = null;
        }
        if (subscriber != null) {
            subscriber.disconnected();
            subscriber = null;
        }
    }
}
