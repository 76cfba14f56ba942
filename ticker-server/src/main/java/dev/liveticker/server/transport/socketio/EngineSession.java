package dev.liveticker.server.transport.socketio;

import dev.liveticker.message.End;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Pulse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * One client's session of Engine.IO: what waits for it, which transport takes it there, and whether the client lives.
 * Everything happens on its home, the I/O thread of its first request, but where said; its transports may live on
 * others. At most one frame and a bounded number of packets wait.
 *
 * <p>What there is to say leaves by {@code wire}, the WebSocket, if there is one, else by {@code poll}, the request
 * that is held; never by two ways at once: {@code writing} is true from when a load is given to either until it is out.
 * A session begins with one of them and goes over once, from polls to a WebSocket:
 *
 * <ol>
 *   <li><b>Polls.</b> {@code poll} is absent between two of them. A second one beside it ends the session, and so does
 *       a client that goes away before it is answered.
 *   <li><b>The probe.</b> A WebSocket comes and pings: it is {@code probing}. Polls go on, but none is held any more:
 *       each is answered at once, if need be with nothing, so that the client can leave them. A probe that fails is
 *       forgotten.
 *   <li><b>The WebSocket.</b> The client says that it goes over: {@code probing} becomes {@code wire}, polls are
 *       refused from now on, and the session ends with the socket. An answer to a poll may still be {@code writing};
 *       what is said next waits for it.
 * </ol>
 */
final class EngineSession {

    /** How long what is to be said last may take to be fetched. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private enum State {
        OPEN,
        /** The last things are to be said. */
        CLOSING,
        CLOSED
    }

    private final String sid;
    private final XnioIoThread home;
    private final Handoff handoff;
    private final Duration pingInterval;
    private final BooleanSupplier keepsBack;
    private final Runnable gone;
    private final Talk talk;
    private final Pulse pulse = new Pulse();
    private final Mailbag mail = new Mailbag();

    private State state = State.OPEN;
    private @Nullable HeldPoll poll;
    private @Nullable SocketWire wire;
    private @Nullable SocketWire probing;
    private boolean writing;
    private End end = End.NORMAL;
    private XnioExecutor.@Nullable Key beat;
    private XnioExecutor.@Nullable Key deadline;

    /**
     * @param keepsBack whether what is sent is kept back by the server itself, so that nobody can be asked
     * @param gone told on its home when it is over
     */
    EngineSession(
            String sid,
            XnioIoThread home,
            Handoff handoff,
            Duration pingInterval,
            BooleanSupplier keepsBack,
            Talk.Speaker speaker,
            Runnable gone) {
        this.sid = sid;
        this.home = home;
        this.handoff = handoff;
        this.pingInterval = pingInterval;
        this.keepsBack = keepsBack;
        this.gone = gone;
        this.talk = speaker.in(this);
    }

    String sid() {
        return sid;
    }

    /** Does something on its home. Any thread. */
    void home(Runnable task) {
        if (Thread.currentThread() == home) {
            task.run();
        } else {
            handoff.add(task);
        }
    }

    /** Any thread. */
    boolean hears(long cost) {
        return talk.hears(cost);
    }

    /** Any thread. */
    boolean listens() {
        return talk.listens();
    }

    /** Whether the client was asked for a sign of life some time ago, could answer and has not. Any thread. */
    boolean silent() {
        return pulse.silent() && !keepsBack.getAsBoolean();
    }

    /** What a client is told of a session first, without the packet's type. */
    String handshake(boolean upgradable) {
        return "{\"sid\":\"" + sid + "\",\"upgrades\":[" + (upgradable ? "\"websocket\"" : "") + "],\"pingInterval\":"
                + pingInterval.toMillis() + ",\"pingTimeout\":" + pingInterval.toMillis() + ",\"maxPayload\":"
                + Posts.MAX_BODY + "}";
    }

    /** It began with a poll, which was answered already. */
    void opened() {
        schedule();
        talk.opened();
    }

    /** It began with a WebSocket. */
    void opened(SocketWire first) {
        wire = first;
        say("0" + handshake(false));
        opened();
    }

    private void schedule() {
        beat = home.executeAfter(this::beat, pingInterval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        if (state != State.OPEN) {
            return;
        }
        if (pulse.lost() && !keepsBack.getAsBoolean()) {
            fail(End.TOO_SLOW);
            return;
        }
        // A ping that cannot leave is no question asked: then the hub's own deadline for the frame before it counts.
        boolean asking = !writing && !keepsBack.getAsBoolean();
        pulse.listen(asking);
        if (asking) {
            say(EnginePacket.PING);
        }
        schedule();
    }

    /** Does something then, unless it is over or something else is asked for. */
    void within(Duration time, Runnable late) {
        noDeadline();
        deadline = home.executeAfter(
                () -> {
                    if (state == State.OPEN) {
                        late.run();
                    }
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void noDeadline() {
        if (deadline != null) {
            deadline.remove();
            deadline = null;
        }
    }

    /** Says something that is no market data: an Engine.IO packet. */
    void say(String packet) {
        if (state != State.OPEN) {
            return;
        }
        if (mail.add(packet)) {
            flush();
        } else {
            fail(End.TOO_SLOW);
        }
    }

    /**
     * Sends the events of a frame, behind what was said before.
     *
     * @param frame absent if it has none
     * @param delivered run when they are on their way, and all that was said before; only then may the next be given
     */
    void deliver(@Nullable Frame frame, Runnable delivered) {
        if (state == State.OPEN) {
            mail.put(new Mailbag.Events(frame, delivered));
            flush();
        }
    }

    private void flush() {
        if (writing || state == State.CLOSED) {
            return;
        }
        if (mail.isEmpty()) {
            mail.take().delivered();
            if (state == State.CLOSING) {
                gone();
            }
            return;
        }
        SocketWire socket = wire;
        HeldPoll waiting = poll;
        if (socket != null) {
            writing = true;
            Mailbag.Load load = mail.take();
            socket.write(load.packets(), load.frame(), () -> written(load));
        } else if (waiting != null) {
            writing = true;
            poll = null;
            Mailbag.Load load = mail.take();
            waiting.answer(EventText.body(load.packets(), load.frame()), () -> written(load));
        }
    }

    private void written(Mailbag.Load load) {
        writing = false;
        load.delivered();
        flush();
    }

    /** Something came by a poll's way. */
    void heard(EnginePacket packet) {
        if (state != State.OPEN) {
            return;
        }
        pulse.heard();
        switch (packet.kind()) {
            case MESSAGE -> talk.heard(packet.data());
            case CLOSE -> fail(End.NORMAL);
            case PONG, NOOP -> {
                // A sign of life.
            }
            case OPEN, PING, UPGRADE -> talk.malformed("a client does not send this packet here");
        }
    }

    /** What came by a poll's way is no packet, or none that is taken. */
    void malformed(String why) {
        if (state == State.OPEN) {
            talk.malformed(why);
        }
    }

    /** Something came by a WebSocket. */
    void heard(SocketWire from, String text) {
        if (state != State.OPEN) {
            return;
        }
        try {
            EnginePacket packet = EnginePacket.parse(text);
            if (from == wire) {
                heard(packet);
            } else {
                probe(from, packet);
            }
        } catch (MalformedPacketException e) {
            if (from == wire) {
                talk.malformed(String.valueOf(e.getMessage()));
            } else {
                from.close(End.MALFORMED.closeCode(), String.valueOf(e.getMessage()));
            }
        }
    }

    /** The client tries a WebSocket, and goes over to it. */
    private void probe(SocketWire from, EnginePacket packet) {
        if (packet.kind() == EnginePacket.Kind.PING
                && packet.data().equals("probe")
                && probing == null
                && wire == null) {
            probing = from;
            from.write(List.of("3probe"), null, () -> {});
            release();
        } else if (packet.kind() == EnginePacket.Kind.UPGRADE && from == probing) {
            probing = null;
            release();
            wire = from;
            from.settle();
            flush();
        } else {
            from.close(End.MALFORMED.closeCode(), "an upgrade begins with a probe");
        }
    }

    /** Lets a poll go that would keep the client from going over. */
    private void release() {
        HeldPoll waiting = poll;
        flush();
        if (waiting != null && waiting == poll) {
            poll = null;
            waiting.answer(EventText.body(List.of(EnginePacket.NOOP), null), () -> {});
        }
    }

    /** A poll came. */
    void polled(HeldPoll next) {
        if (state == State.CLOSED) {
            next.refuse(EngineFault.UNKNOWN_SESSION);
        } else if (wire != null) {
            next.refuse(EngineFault.BAD_REQUEST);
        } else if (poll != null) {
            // Two at once would make the order uncertain.
            next.refuse(EngineFault.BAD_REQUEST);
            fail(End.MALFORMED);
        } else {
            poll = next;
            if (probing == null) {
                flush();
            } else {
                release();
            }
        }
    }

    /** The client of a poll went away before it was answered: what the answer was to hold is lost. */
    void pollGone(HeldPoll lost) {
        if (lost == poll) {
            poll = null;
        }
        if (wire == null) {
            fail(End.NORMAL);
        }
    }

    /** A WebSocket is closing or lost. */
    void wireOver(SocketWire lost) {
        if (lost == wire) {
            wire = null;
            fail(End.NORMAL);
        } else if (lost == probing) {
            probing = null;
        }
    }

    /** Ends it when all is said, and these last words. */
    void close(End why, List<String> lastWords) {
        if (state != State.OPEN) {
            return;
        }
        state = State.CLOSING;
        end = why;
        noDeadline();
        deadline = home.executeAfter(this::gone, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        mail.close(lastWords);
        if (wire == null) {
            mail.close(List.of(EnginePacket.CLOSE));
        }
        talk.over();
        flush();
    }

    /** Ends it at once. */
    void fail(End why) {
        if (state == State.OPEN) {
            end = why;
            talk.over();
        }
        gone();
    }

    private void gone() {
        if (state == State.CLOSED) {
            return;
        }
        state = State.CLOSED;
        mail.clear();
        noDeadline();
        if (beat != null) {
            beat.remove();
            beat = null;
        }
        leave();
        gone.run();
    }

    private void leave() {
        if (wire != null) {
            wire.close(end.closeCode(), end.reason());
            wire = null;
        }
        if (probing != null) {
            probing.close(end.closeCode(), end.reason());
            probing = null;
        }
        if (poll != null) {
            poll.answer(EventText.body(List.of(EnginePacket.CLOSE), null), () -> {});
            poll = null;
        }
    }
}
