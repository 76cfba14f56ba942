package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Carrier;
import dev.liveticker.server.hub.Connection;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Outlet;
import dev.liveticker.server.hub.Subscriber;
import dev.liveticker.server.transport.Earshot;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.NextFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client that has a place in the hub over a WebSocket of its own, whatever it speaks. Everything but the
 * {@link Outlet} methods happens on the socket's I/O thread.
 */
public abstract class ClientSocket implements Outlet, RawSocket.Protocol {

    private final RawSocket socket;
    private final Handoff handoff;
    private final Hub hub;
    private final Introductions introductions;
    private final Earshot earshot;
    private final NextFrame next;
    private @Nullable Subscriber subscriber;

    /** @param handoff to the socket's thread */
    protected ClientSocket(RawSocket socket, Handoff handoff, Hub hub, Introductions introductions, Earshot earshot) {
        this.socket = socket;
        this.handoff = handoff;
        this.hub = hub;
        this.introductions = introductions;
        this.earshot = earshot;
        this.next = new NextFrame(handoff, this::taken);
    }

    /** Has the client take its place, now that it is known who it is. */
    protected final void join(Principal principal, Encoding encoding) {
        earshot.identify(principal);
        socket.keepAlive();
        String address = introductions.from().getHostAddress();
        subscriber = hub.connect(new Connection(encoding, List.of(), principal, Carrier.WEBSOCKET, address), this);
    }

    /** Its place; absent before it has one, and when it is gone. */
    protected final @Nullable Subscriber subscriber() {
        return subscriber;
    }

    /** How many symbols there are. */
    protected final int traded() {
        return hub.instruments().size();
    }

    @Override
    public final void send(Frame frame) {
        next.put(frame);
    }

    private void taken(Frame frame) {
        if (socket.isOpen()) {
            deliver(frame);
        }
    }

    /** Gives the client what is new. The next comes after {@link #drained}. */
    protected abstract void deliver(Frame frame);

    /** What was to be delivered is on its way. */
    protected final void drained() {
        if (subscriber != null) {
            handoff.drained(subscriber);
        }
    }

    @Override
    public final void end(End end) {
        handoff.add(() -> finish(end));
    }

    /** Sends the client away. */
    protected abstract void finish(End end);

    @Override
    public final boolean silent() {
        return socket.silent();
    }

    @Override
    public final boolean listens() {
        return !earshot.closed();
    }

    @Override
    public final boolean hears(long cost) {
        return earshot.hears(cost, subscriber);
    }

    @Override
    public final void over(@Nullable End why) {
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
