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
import dev.liveticker.server.transport.Earshot;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.Refusal;
import dev.liveticker.server.transport.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One client of the feed's own protocol. Everything but the {@link Outlet} methods happens on the socket's I/O thread,
 * and nothing blocks it.
 */
final class WebSocketConnection implements Outlet, RawSocket.Protocol {

    /** How long a client may take to say who it is. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(5);

    private final RawSocket socket;
    private final Handoff handoff;
    private final Encoding encoding;
    private final FrameImages images;
    private final boolean deflate;
    private final Hub hub;
    private final Principal client;
    private final Introductions introductions;
    private final Refusals refusals;
    private final Earshot earshot;
    private final int traded;

    private final Runnable sendComing = this::sendComing;

    /** The frame handed over and not yet taken up: at most one, since the next comes only once it is written. */
    private volatile @Nullable Frame coming;

    /** Whether the client still has to say who it is. */
    private boolean stranger;

    private @Nullable Subscriber subscriber;

    WebSocketConnection(
            RawSocket socket,
            Handoff handoff,
            Encoding encoding,
            FrameImages images,
            boolean deflate,
            Hub hub,
            Principal client,
            Introductions introductions,
            Refusals refusals,
            Allowance allowance) {
        this.socket = socket;
        this.handoff = handoff;
        this.encoding = encoding;
        this.images = images;
        this.deflate = deflate;
        this.hub = hub;
        this.client = client;
        this.introductions = introductions;
        this.refusals = refusals;
        this.earshot = new Earshot(allowance);
        this.traded = hub.instruments().size();
    }

    /** Takes its place in the hub, as soon as it is known whose. */
    @Override
    public void opened() {
        if (client.isStranger()) {
            stranger = true;
            socket.within(INTRODUCTION, () -> turnAway(End.UNAUTHENTICATED.closeCode(), "no authenticate in time"));
        } else {
            join(client);
        }
    }

    /** It never said who it is, or nobody believes it. */
    private void turnAway(int code, String reason) {
        End end = End.ofCloseCode(code).orElse(End.UNAUTHENTICATED);
        refusals.turnAway(Refusal.of(end), end.name().toLowerCase(Locale.ROOT), introductions.from());
        socket.close(code, reason);
    }

    private void join(Principal principal) {
        String address = introductions.from().getHostAddress();
        subscriber = hub.connect(new Connection(encoding, List.of(), principal, Carrier.WEBSOCKET, address), this);
        socket.keepAlive();
    }

    @Override
    public void send(Frame frame) {
        coming = frame;
        handoff.add(sendComing);
    }

    private void sendComing() {
        Frame frame = coming;
        coming = null;
        if (socket.isOpen() && frame != null) {
            socket.send(images.of(frame, deflate));
        }
    }

    @Override
    public boolean silent() {
        return socket.silent();
    }

    @Override
    public void end(End end) {
        handoff.add(() -> socket.close(end.closeCode(), end.reason()));
    }

    @Override
    public boolean listens() {
        return !earshot.closed();
    }

    @Override
    public boolean hears(long cost) {
        return earshot.hears(cost, subscriber);
    }

    @Override
    public void message(byte[] payload) {
        if (!hears(MessageCost.reading(payload.length))) {
            return;
        }
        try {
            List<ClientMessage> frame = FrameCodec.of(encoding).decodeClientFrame(payload);
            if (hears(MessageCost.doing(frame, traded))) {
                hear(frame);
            }
        } catch (MalformedFrameException e) {
            if (subscriber != null) {
                subscriber.malformed(e);
            } else {
                socket.close(End.MALFORMED.closeCode(), End.MALFORMED.reason());
            }
        }
    }

    private void hear(List<ClientMessage> frame) {
        List<ClientMessage> rest = frame;
        if (stranger) {
            switch (FirstMessage.of(frame, introductions)) {
                case FirstMessage.Refused(int code, String reason) -> turnAway(code, reason);
                case FirstMessage.Proven(Login.Proven login) -> {
                    welcome(login);
                    rest = frame.subList(1, frame.size());
                }
            }
        }
        if (subscriber != null && !rest.isEmpty()) {
            introductions.pass(rest, subscriber::receive, subscriber::login);
        }
    }

    private void welcome(Login.Proven login) {
        stranger = false;
        earshot.identify(login.principal());
        join(login.principal());
        if (subscriber != null) {
            subscriber.login(login);
        }
    }

    @Override
    public void written() {
        if (subscriber != null) {
            handoff.drained(subscriber);
        }
    }

    @Override
    public void over(@Nullable End why) {
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
