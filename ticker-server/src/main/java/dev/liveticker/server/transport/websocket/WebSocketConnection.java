package dev.liveticker.server.transport.websocket;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Login;
import dev.liveticker.server.hub.Outlet;
import dev.liveticker.server.hub.Subscriber;
import dev.liveticker.server.transport.Earshot;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.Refusal;
import dev.liveticker.server.transport.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One client of the feed's own protocol. Everything but the {@link Outlet} methods happens on the socket's I/O thread,
 * and nothing blocks it.
 */
final class WebSocketConnection extends ClientSocket {

    /** How long a client may take to say who it is. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(5);

    private final RawSocket socket;
    private final Encoding encoding;
    private final FrameImages images;
    private final boolean deflate;
    private final Principal client;
    private final Introductions introductions;
    private final Refusals refusals;

    /** Whether the client still has to say who it is. */
    private boolean stranger;

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
            Earshot earshot) {
        super(socket, handoff, hub, introductions, earshot);
        this.socket = socket;
        this.encoding = encoding;
        this.images = images;
        this.deflate = deflate;
        this.client = client;
        this.introductions = introductions;
        this.refusals = refusals;
    }

    /** Takes its place in the hub, as soon as it is known whose. */
    @Override
    public void opened() {
        if (client.isStranger()) {
            stranger = true;
            socket.within(INTRODUCTION, () -> turnAway(End.UNAUTHENTICATED.closeCode(), "no authenticate in time"));
        } else {
            join(client, encoding);
        }
    }

    /** It never said who it is, or nobody believes it. */
    private void turnAway(int code, String reason) {
        End end = End.ofCloseCode(code).orElse(End.UNAUTHENTICATED);
        refusals.turnAway(Refusal.of(end), end.name().toLowerCase(Locale.ROOT), introductions.from());
        socket.close(code, reason);
    }

    @Override
    protected void deliver(Frame frame) {
        socket.send(images.of(frame, deflate));
    }

    @Override
    public void written() {
        drained();
    }

    @Override
    protected void finish(End end) {
        socket.close(end.closeCode(), end.reason());
    }

    @Override
    public void message(byte[] payload) {
        if (!hears(MessageCost.reading(payload.length))) {
            return;
        }
        try {
            List<ClientMessage> frame = FrameCodec.of(encoding).decodeClientFrame(payload);
            if (hears(MessageCost.doing(frame, traded()))) {
                hear(frame);
            }
        } catch (MalformedFrameException e) {
            Subscriber there = subscriber();
            if (there != null) {
                there.malformed(e);
            } else {
                finish(End.MALFORMED);
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
        Subscriber there = subscriber();
        if (there != null && !rest.isEmpty()) {
            introductions.pass(rest, there::receive, there::login);
        }
    }

    private void welcome(Login.Proven login) {
        stranger = false;
        join(login.principal(), encoding);
        Subscriber there = subscriber();
        if (there != null) {
            there.login(login);
        }
    }
}
