package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Carrier;
import dev.liveticker.server.hub.Connection;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Login;
import dev.liveticker.server.hub.Outlet;
import dev.liveticker.server.hub.Subscriber;
import dev.liveticker.server.limit.Allowance;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.Refusal;
import dev.liveticker.server.transport.Refusals;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.ServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
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
    private final FrameImages images;
    private final boolean deflate;
    private final Duration pingInterval;
    private final BooleanSupplier keepsBack;
    private final Introductions introductions;
    private final Refusals refusals;
    private final Earshot earshot;
    private final Pulse pulse = new Pulse();
    private final int traded;
    private final FrameParser parser;
    private final Outgoing outgoing;

    private final Runnable sendComing = this::sendComing;

    /** The frame handed over and not yet taken up: at most one, since the next comes only once it is written. */
    private volatile @Nullable Frame coming;

    private State state = State.OPEN;
    /** Where a client that still has to say who it is will go. */
    private @Nullable Hub awaiting;

    private @Nullable Subscriber subscriber;
    private XnioExecutor.@Nullable Key timer;
    private boolean peerClosed;
    /** Why this side ended it; absent while it has not, and where the client did. */
    private @Nullable End why;

    WebSocketConnection(
            StreamConnection channel,
            ServerConnection connection,
            Handoff handoff,
            Encoding encoding,
            FrameImages images,
            boolean deflate,
            Duration pingInterval,
            BooleanSupplier keepsBack,
            Introductions introductions,
            Refusals refusals,
            Allowance allowance,
            int traded) {
        this.channel = channel;
        this.connection = connection;
        this.handoff = handoff;
        this.encoding = encoding;
        this.images = images;
        this.deflate = deflate;
        this.pingInterval = pingInterval;
        this.keepsBack = keepsBack;
        this.introductions = introductions;
        this.refusals = refusals;
        this.earshot = new Earshot(allowance);
        this.traded = traded;
        this.parser = new FrameParser(encoding, deflate, FrameLimits.DEFAULT);
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
        String address = introductions.from().getHostAddress();
        subscriber = hub.connect(new Connection(encoding, List.of(), client, Carrier.WEBSOCKET, address), this);
        schedulePing();
    }

    private void strangerStays() {
        turnAway(End.UNAUTHENTICATED.closeCode(), "no authenticate in time");
    }

    /** It never said who it is, or nobody believes it. */
    private void turnAway(int code, String reason) {
        End end = End.ofCloseCode(code).orElse(End.UNAUTHENTICATED);
        refusals.turnAway(Refusal.of(end), end.name().toLowerCase(Locale.ROOT), introductions.from());
        close(code, reason);
    }

    @Override
    public void send(Frame frame) {
        coming = frame;
        handoff.add(sendComing);
    }

    private void sendComing() {
        Frame frame = coming;
        coming = null;
        if (state == State.OPEN && frame != null) {
            outgoing.frame(images.of(frame, deflate));
            write();
        }
    }

    @Override
    public boolean silent() {
        return pulse.silent();
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
                pulse.heard();
                if (!earshot.closed()) {
                    parser.parse(buffer.flip(), this);
                }
            }
        } catch (ProtocolException e) {
            earshot.close();
            why = End.ofCloseCode(e.closeCode()).orElse(End.MALFORMED);
            close(e.closeCode(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            // The usual way for a client to go.
            cut();
        }
    }

    @Override
    public void message(byte[] payload) {
        if (state != State.OPEN || !earshot.hears(MessageCost.reading(payload.length), subscriber)) {
            return;
        }
        try {
            List<ClientMessage> frame = FrameCodec.of(encoding).decodeClientFrame(payload);
            if (earshot.hears(MessageCost.doing(frame, traded), subscriber)) {
                hear(frame);
            }
        } catch (MalformedFrameException e) {
            if (subscriber != null) {
                subscriber.malformed(e);
            } else {
                close(End.MALFORMED.closeCode(), End.MALFORMED.reason());
            }
        }
    }

    private void hear(List<ClientMessage> frame) {
        List<ClientMessage> rest = frame;
        if (awaiting != null) {
            switch (FirstMessage.of(frame, introductions)) {
                case FirstMessage.Refused(int code, String reason) -> turnAway(code, reason);
                case FirstMessage.Proven(Login.Proven login) -> {
                    welcome(awaiting, login);
                    rest = frame.subList(1, frame.size());
                }
            }
        }
        if (subscriber != null && !rest.isEmpty()) {
            introductions.pass(rest, subscriber::receive, subscriber::login);
        }
    }

    private void welcome(Hub hub, Login.Proven login) {
        awaiting = null;
        release();
        earshot.identify(login.principal());
        join(hub, login.principal());
        if (subscriber != null) {
            subscriber.login(login);
        }
    }

    @Override
    public void ping(byte[] payload) {
        if (state == State.OPEN && earshot.hears(1, subscriber)) {
            outgoing.pulse(FrameWriter.pong(payload));
            write();
        }
    }

    @Override
    public void pong() {
        // That something was heard is all there is to know; but not without end.
        var _ = state == State.OPEN && earshot.hears(1, subscriber);
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
                    handoff.drained(subscriber);
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

    private void checkPulse() {
        if (state != State.OPEN) {
            return;
        }
        if (keepsBack.getAsBoolean()) {
            // The question, or what led to the answer, may not have left.
            pulse.listen(false);
            schedulePing();
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
            if (why == null) {
                subscriber.disconnected();
            } else {
                subscriber.disconnected(why);
            }
            subscriber = null;
        }
    }
}
