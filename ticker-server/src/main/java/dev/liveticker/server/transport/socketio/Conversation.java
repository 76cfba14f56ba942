package dev.liveticker.server.transport.socketio;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
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
import dev.liveticker.server.transport.Logins;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.NextFrame;
import dev.liveticker.server.transport.Refusal;
import dev.liveticker.server.transport.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is said in a session: the default namespace of Socket.IO, and the hub behind it. Everything happens on the
 * session's home, but where said.
 */
final class Conversation implements Talk {

    /** How long a client may take to connect to the namespace, and how long a session without one is kept. */
    private static final Duration INTRODUCTION = Duration.ofSeconds(5);

    /** Requests that wait for the hub's answer; less than the answers that may wait for one client there. */
    private static final int MOST_PENDING = 400;

    private final EngineSession session;
    private final String id;
    private final Handoff handoff;
    private final Hub hub;
    private final Principal client;
    private final Introductions introductions;
    private final Refusals refusals;
    private final Earshot earshot;
    private final Acknowledgements answers;
    private @Nullable Place place;
    private volatile @Nullable Subscriber subscriber;
    private boolean connected;
    /** Whether the last that the hub said was what is wrong. */
    private boolean complained;

    /**
     * @param id of the namespace's socket, which others may know
     * @param handoff to the session's home
     * @param client who it is by its first request
     */
    Conversation(
            EngineSession session,
            String id,
            Handoff handoff,
            Hub hub,
            Principal client,
            Introductions introductions,
            Refusals refusals,
            Earshot earshot) {
        this.session = session;
        this.id = id;
        this.handoff = handoff;
        this.hub = hub;
        this.client = client;
        this.introductions = introductions;
        this.refusals = refusals;
        this.earshot = earshot;
        this.answers = new Acknowledgements(session::say);
    }

    @Override
    public void opened() {
        awaitConnect();
    }

    private void awaitConnect() {
        session.within(INTRODUCTION, () -> session.close(End.UNAUTHENTICATED, List.of()));
    }

    @Override
    public boolean hears(long cost) {
        return earshot.hears(cost, subscriber);
    }

    @Override
    public boolean listens() {
        return !earshot.closed();
    }

    @Override
    public void heard(String message) {
        try {
            SocketPacket packet = SocketPacket.parse(message);
            if (packet.namespace().equals(SocketPacket.DEFAULT_NAMESPACE)) {
                hear(packet);
            } else if (packet instanceof SocketPacket.Connect elsewhere) {
                session.say(
                        SocketText.refused(elsewhere.namespace(), "Invalid namespace", Map.of("code", "not_found")));
            } else {
                malformed("not connected to this namespace");
            }
        } catch (MalformedPacketException e) {
            malformed(String.valueOf(e.getMessage()));
        }
    }

    private void hear(SocketPacket packet) {
        Subscriber there = subscriber;
        switch (packet) {
            case SocketPacket.Connect connect when there == null -> connect(connect.auth());
            case SocketPacket.Connect _ -> malformed("already connected");
            case SocketPacket.Disconnect _ -> {
                leave();
                awaitConnect();
            }
            case SocketPacket.Event event when there != null && connected -> hear(there, event);
            case SocketPacket.Event _ -> malformed("connect to the namespace first");
            case SocketPacket.Ack _ -> {
                // Nothing is sent that asks for one.
            }
            case SocketPacket.Binary _ -> malformed("binary attachments are not taken");
        }
    }

    /** Takes its place in the hub, if it is known whose. */
    private void connect(JsonNode auth) {
        Logins logins = introductions.logins();
        Optional<String> token = Optional.ofNullable(auth.path("token").stringValue(null));
        Principal who = client;
        if (logins != null && token.isPresent()) {
            switch (logins.judge(introductions.from(), token.get())) {
                case Logins.Verdict.Proven(Principal proven) -> who = proven;
                case Logins.Verdict.Refused refused -> {
                    turnAway(refused.end(), refused.why(), refused.code(), refused.retryAfter());
                    return;
                }
            }
        }
        if (who.isStranger()) {
            turnAway(End.UNAUTHENTICATED, "a token is needed", "unauthenticated", Duration.ZERO);
            return;
        }
        session.noDeadline();
        earshot.identify(who);
        Place taken = new Place();
        place = taken;
        String address = introductions.from().getHostAddress();
        subscriber = hub.connect(new Connection(Encoding.JSON, List.of(), who, Carrier.WEBSOCKET, address), taken);
    }

    private void turnAway(End end, String message, String code, Duration retryAfter) {
        refusals.turnAway(Refusal.of(end), code, introductions.from());
        session.say(refusal(message, code, retryAfter.toMillis()));
    }

    private static String refusal(String message, String code, long retryAfterMillis) {
        Map<String, ?> data = retryAfterMillis > 0
                ? Map.of("code", code, "retryAfterMillis", retryAfterMillis)
                : Map.of("code", code);
        return SocketText.refused(SocketPacket.DEFAULT_NAMESPACE, message, data);
    }

    private void hear(Subscriber there, SocketPacket.Event event) {
        if (answers.pending() >= MOST_PENDING) {
            answers.fail(event.ack(), "rate_limited", "too many requests wait for their answers");
            return;
        }
        switch (event.name()) {
            case "join-room" -> rooms(there, event, true);
            case "leave-room" -> rooms(there, event, false);
            case "authenticate" -> authenticate(there, event);
            case "acknowledge" -> acknowledge(there, event);
            default -> answers.fail(event.ack(), "unknown_event", "the server knows no event of this name");
        }
    }

    private void rooms(Subscriber there, SocketPacket.Event event, boolean join) {
        Optional<List<String>> symbols = Rooms.symbols(event.arguments());
        if (symbols.isEmpty()) {
            answers.fail(event.ack(), "bad_arguments", "a symbol or a list of symbols expected");
            return;
        }
        String request = answers.rooms(event.ack(), symbols.get());
        List<ClientMessage> messages = join ? Rooms.join(request, symbols.get()) : Rooms.leave(request, symbols.get());
        if (hears(MessageCost.doing(messages, hub.instruments().size()))) {
            there.receive(messages);
        } else {
            answers.unheard(request);
        }
    }

    private void authenticate(Subscriber there, SocketPacket.Event event) {
        JsonNode given = event.arguments().isEmpty() ? null : event.arguments().getFirst();
        JsonNode token = given != null && given.isObject() ? given.path("token") : given;
        if (token == null || !token.isString()) {
            answers.fail(event.ack(), "bad_arguments", "a token, or an object with one, expected");
            return;
        }
        ClientMessage message = new ClientMessage.Authenticate(answers.login(event.ack()), token.stringValue(""));
        introductions.pass(List.of(message), there::receive, there::login);
    }

    private void acknowledge(Subscriber there, SocketPacket.Event event) {
        JsonNode given = event.arguments().isEmpty() ? null : event.arguments().getFirst();
        if (given == null || !given.isString()) {
            answers.fail(event.ack(), "bad_arguments", "the id of a notification expected");
            return;
        }
        String notification = given.stringValue("");
        answers.acknowledge(event.ack(), notification);
        there.receive(List.of(new ClientMessage.Acknowledge(notification)));
    }

    @Override
    public void malformed(String why) {
        earshot.close();
        String last = connected
                ? SocketText.event("error", Acknowledgements.error("malformed", why))
                : refusal(why, "malformed", 0);
        session.close(End.MALFORMED, List.of(last));
    }

    private void tell(ServerMessage message, byte[] json) {
        complained = message instanceof Failure;
        if (message instanceof Welcome) {
            connected = true;
            session.say(SocketText.connected(id));
        } else {
            answers.tell(message, json);
        }
    }

    /**
     * A client that is told to disconnect does not come again by itself; one that is only cut off does, with its own
     * backoff.
     */
    private void finish(End end) {
        String code = end.name().toLowerCase(Locale.ROOT);
        boolean forGood = end == End.UNAUTHENTICATED || end == End.FORBIDDEN;
        List<String> lastWords = new ArrayList<>();
        if (connected && !complained && end != End.NORMAL && end != End.GOING_AWAY) {
            lastWords.add(SocketText.event("error", Acknowledgements.error(code, end.reason())));
        }
        if (forGood) {
            lastWords.add(connected ? SocketText.disconnected() : refusal(end.reason(), code, 0));
        }
        session.close(end, lastWords);
    }

    @Override
    public void over() {
        leave();
    }

    private void leave() {
        Subscriber there = subscriber;
        subscriber = null;
        place = null;
        connected = false;
        answers.clear();
        if (there != null) {
            there.disconnected();
        }
    }

    /** The way out from the hub for as long as the client is connected. */
    private final class Place implements Outlet {

        private final NextFrame next = new NextFrame(handoff, this::taken);

        @Override
        public void send(Frame frame) {
            next.put(frame);
        }

        private void taken(Frame frame) {
            Subscriber there = subscriber;
            if (there == null || place != this) {
                return;
            }
            boolean events = false;
            for (int i = 0; i < frame.messages() && !events; i++) {
                ServerMessage message = frame.message(i);
                events = EventText.isEvent(message);
                if (!events) {
                    tell(message, frame.encoded(i));
                }
            }
            session.deliver(events ? frame : null, () -> handoff.drained(there));
        }

        @Override
        public boolean silent() {
            return session.silent();
        }

        @Override
        public void end(End end) {
            handoff.add(() -> {
                if (place == this) {
                    finish(end);
                }
            });
        }
    }
}
