package dev.liveticker.server.transport.socketio;

import dev.liveticker.message.End;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.limit.Limits;
import dev.liveticker.server.limit.OpenSessions;
import dev.liveticker.server.transport.Answers;
import dev.liveticker.server.transport.Earshot;
import dev.liveticker.server.transport.Gate;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.Problem;
import dev.liveticker.server.transport.Query;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.RefusedException;
import dev.liveticker.server.transport.RequestGate;
import dev.liveticker.server.transport.Routes;
import dev.liveticker.server.transport.WireImages;
import dev.liveticker.server.transport.websocket.Payload;
import dev.liveticker.server.transport.websocket.RawSocket;
import dev.liveticker.server.transport.websocket.WebSockets;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/** {@code /socket.io/}: handshakes, and to which session a request belongs. */
public final class SocketIo {

    private static final String PROTOCOL = "4";
    private static final int ID_BYTES = 16;

    private final Hub hub;
    private final Gate gate;
    private final Handoff.PerThread handoffs;
    private final Limits limits;
    private final WebSockets webSockets;
    private final OpenSessions open;
    private final SecureRandom random = new SecureRandom();
    /** Those that can be asked for by their id: the ones that began with a poll. */
    private final Map<String, EngineSession> sessions = new ConcurrentHashMap<>();

    private final Map<XnioIoThread, WireImages> images = new ConcurrentHashMap<>();

    private SocketIo(Hub hub, Gate gate, Handoff.PerThread handoffs, Limits limits, WebSockets webSockets) {
        this.hub = hub;
        this.gate = gate;
        this.handoffs = handoffs;
        this.limits = limits;
        this.webSockets = webSockets;
        this.open = new OpenSessions(limits.settings());
    }

    public static void addTo(
            Routes routes, Hub hub, Gate gate, Handoff.PerThread handoffs, Limits limits, WebSockets webSockets) {
        SocketIo door = new SocketIo(hub, gate, handoffs, limits, webSockets);
        routes.introduce("/socket.io/", door::handle).introduceBySending("/socket.io/", door::handle);
    }

    private void handle(HttpServerExchange exchange, Query query) throws RefusedException {
        if (!query.text("EIO").orElse("").equals(PROTOCOL)) {
            EngineFault.UNSUPPORTED_PROTOCOL.answer(exchange);
            return;
        }
        Optional<String> sid = query.text("sid");
        EngineSession session = sid.map(sessions::get).orElse(null);
        boolean posts = exchange.getRequestMethod().equals(Methods.POST);
        String transport = query.text("transport").orElse("");
        if (!transport.equals("polling") && !transport.equals("websocket")) {
            EngineFault.UNKNOWN_TRANSPORT.answer(exchange);
        } else if (sid.isPresent() && session == null) {
            EngineFault.UNKNOWN_SESSION.answer(exchange);
        } else if (posts && session == null) {
            EngineFault.BAD_METHOD.answer(exchange);
        } else if (transport.equals("websocket")) {
            if (posts) {
                EngineFault.BAD_REQUEST.answer(exchange);
            } else {
                openSocket(exchange, session);
            }
        } else if (session == null) {
            openByPoll(exchange);
        } else if (posts) {
            Posts.receive(exchange, session, limits.settings().bodyDeadline());
        } else {
            hold(exchange, session);
        }
    }

    private void openByPoll(HttpServerExchange exchange) throws RefusedException {
        InetAddress from = RequestGate.address(exchange);
        if (!open.admit(from)) {
            throw new RefusedException(Problem.of(End.OVERLOADED));
        }
        String sid = newId();
        EngineSession session = session(sid, exchange.getIoThread(), visitor(exchange), () -> {
            if (sessions.remove(sid) != null) {
                open.gone(from);
            }
        });
        sessions.put(sid, session);
        byte[] answer = ("0" + session.handshake(true)).getBytes(StandardCharsets.US_ASCII);
        session.home(session::opened);
        Answers.send(exchange, "text/plain; charset=UTF-8", answer);
    }

    private void hold(HttpServerExchange exchange, EngineSession session) {
        exchange.dispatch(
                exchange.getIoThread(), () -> HeldPoll.open(exchange, handoffs.to(exchange.getIoThread()), session));
    }

    /** @param session that goes over to it; absent for a new one */
    private void openSocket(HttpServerExchange exchange, @Nullable EngineSession session) throws RefusedException {
        Visitor visitor = visitor(exchange);
        webSockets.open(exchange, Payload.TEXT, socket -> {
            EngineSession own = session == null ? session(newId(), socket.thread(), visitor, () -> {}) : session;
            return wire(socket, own, session != null);
        });
    }

    private SocketWire wire(RawSocket socket, EngineSession session, boolean probes) {
        XnioIoThread thread = socket.thread();
        return new SocketWire(
                socket,
                session,
                handoffs.to(thread),
                images.computeIfAbsent(thread, _ -> new WireImages(EventText::draw)),
                probes);
    }

    /** What is known of a client by its first request. */
    private record Visitor(Principal client, Introductions introductions, Refusals refusals, Earshot earshot) {}

    private Visitor visitor(HttpServerExchange exchange) {
        Principal client = Gate.client(exchange);
        return new Visitor(
                client,
                gate.introductions(exchange),
                Refusals.of(exchange),
                new Earshot(limits.connection(RequestGate.address(exchange), RequestGate.counted(client))));
    }

    private EngineSession session(String sid, XnioIoThread home, Visitor visitor, Runnable gone) {
        Handoff handoff = handoffs.to(home);
        return new EngineSession(
                sid,
                home,
                handoff,
                webSockets.pingInterval(),
                webSockets::keepsBack,
                session -> new Conversation(
                        session,
                        newId(),
                        handoff,
                        hub,
                        visitor.client(),
                        visitor.introductions(),
                        visitor.refusals(),
                        visitor.earshot()),
                gone);
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
