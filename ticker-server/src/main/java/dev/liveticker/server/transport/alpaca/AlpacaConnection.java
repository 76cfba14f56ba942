package dev.liveticker.server.transport.alpaca;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.End;
import dev.liveticker.message.Failure;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Welcome;
import dev.liveticker.server.access.Principal;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Hub;
import dev.liveticker.server.hub.Outlet;
import dev.liveticker.server.hub.Subscriber;
import dev.liveticker.server.transport.Earshot;
import dev.liveticker.server.transport.Handoff;
import dev.liveticker.server.transport.Introductions;
import dev.liveticker.server.transport.Logins;
import dev.liveticker.server.transport.MessageCost;
import dev.liveticker.server.transport.Refusal;
import dev.liveticker.server.transport.Refusals;
import dev.liveticker.server.transport.WireImages;
import dev.liveticker.server.transport.websocket.ClientSocket;
import dev.liveticker.server.transport.websocket.RawSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One client that takes this server for Alpaca. Everything but the {@link Outlet} methods happens on the socket's I/O
 * thread.
 */
final class AlpacaConnection extends ClientSocket {

    /** As long as Alpaca's. */
    private static final Duration AUTHENTICATION = Duration.ofSeconds(10);

    /**
     * Short messages beside the market's that wait for a client; one that asks for more and does not read has to go.
     * What it is subscribed to, which may be long, does not wait: it is stated when nothing is on its way.
     */
    private static final int MOST_WAITING = 1_000;

    /** Requests that wait for the hub; its answers to them are fewer than may wait for one client there. */
    private static final int MOST_PENDING = 150;

    private final RawSocket socket;
    private final Tongue tongue;
    private final AlpacaMessages messages;
    private final AlpacaImages images;
    private final Visitor visitor;
    private final Earshot earshot;
    private final Wishes wishes = new Wishes();
    private final List<byte[]> said = new ArrayList<>();

    private @Nullable Frame events;
    private boolean writing;
    /** Whether the hub waits to hear that its frame is on its way. */
    private boolean awaited;
    /**
     * Whether the client is to be told what it is subscribed to: once for all its requests, since it states the whole.
     */
    private boolean answered;
    /** What the hub complained of last, with nothing else said to this client since. */
    private @Nullable AlpacaError complaint;

    /**
     * What is known of a client by its handshake.
     *
     * @param client who it is; a stranger if it did not say
     * @param secret that it shows in the handshake's headers; absent if it shows none
     * @param refusals where it counts if it is turned away
     */
    record Visitor(Principal client, @Nullable String secret, Introductions introductions, Refusals refusals) {}

    AlpacaConnection(
            RawSocket socket,
            Handoff handoff,
            Tongue tongue,
            AlpacaMessages messages,
            AlpacaImages images,
            Hub hub,
            Visitor visitor,
            Earshot earshot) {
        super(socket, handoff, hub, visitor.introductions(), earshot);
        this.socket = socket;
        this.tongue = tongue;
        this.messages = messages;
        this.images = images;
        this.visitor = visitor;
        this.earshot = earshot;
    }

    @Override
    public void opened() {
        say(messages.success("connected"));
        String secret = visitor.secret();
        if (secret != null) {
            authenticate(secret);
        } else if (visitor.introductions().logins() != null && !visitor.client().isStranger()) {
            join(visitor.client(), Encoding.JSON);
        } else {
            socket.within(AUTHENTICATION, () -> {
                turnAway(End.UNAUTHENTICATED, "unauthenticated");
                dismiss(AlpacaError.AUTH_TIMEOUT, End.UNAUTHENTICATED);
            });
        }
    }

    @Override
    public void message(byte[] payload) {
        if (!hears(MessageCost.reading(payload.length))) {
            return;
        }
        try {
            switch (tongue.read(payload)) {
                case AlpacaRequest.Authenticate(String _, String secret) -> authenticate(secret);
                case AlpacaRequest.Change change -> change(change);
                case AlpacaRequest.Foreign _ -> say(AlpacaError.INVALID_ACTION);
            }
        } catch (MalformedRequestException e) {
            say(AlpacaError.INVALID_SYNTAX);
        }
    }

    /** A secret is a token of this server; one that asks for none takes any. */
    private void authenticate(String secret) {
        Logins logins = visitor.introductions().logins();
        if (subscriber() != null) {
            say(AlpacaError.ALREADY_AUTHENTICATED);
        } else if (logins == null) {
            join(visitor.client(), Encoding.JSON);
        } else {
            switch (logins.judge(visitor.introductions().from(), secret)) {
                case Logins.Verdict.Proven(Principal proven) -> join(proven, Encoding.JSON);
                case Logins.Verdict.Refused refused -> {
                    turnAway(refused.end(), refused.code());
                    dismiss(AlpacaError.AUTH_FAILED, refused.end());
                }
            }
        }
    }

    private void turnAway(End end, String code) {
        visitor.refusals()
                .turnAway(Refusal.of(end), code, visitor.introductions().from());
    }

    private void change(AlpacaRequest.Change change) {
        Subscriber there = subscriber();
        if (there == null) {
            say(AlpacaError.NOT_AUTHENTICATED);
        } else if (wishes.pending() >= MOST_PENDING) {
            say(AlpacaError.CONNECTION_LIMIT);
        } else if (hears(MessageCost.doing(Wishes.messages("", change), traded()))) {
            List<ClientMessage> asked = wishes.ask(change);
            if (asked.isEmpty()) {
                answered = true;
                flush();
            } else {
                there.receive(asked);
            }
        }
    }

    @Override
    protected void deliver(Frame frame) {
        boolean market = false;
        for (int i = 0; i < frame.messages() && !market; i++) {
            ServerMessage message = frame.message(i);
            market = AlpacaMessages.isEvent(message);
            if (!market) {
                tell(message);
            }
        }
        awaited = true;
        events = market ? frame : null;
        flush();
    }

    /** What the hub says to this client alone. */
    private void tell(ServerMessage message) {
        complaint = null;
        if (message instanceof Welcome) {
            say(messages.success("authenticated"));
        } else if (message instanceof Subscribed subscribed) {
            wishes.take(subscribed).ifPresent(outcome -> {
                answered = true;
                outcome.errors().forEach(this::say);
            });
        } else if (message instanceof Failure failure) {
            AlpacaError error = AlpacaError.of(failure.code());
            complaint = error;
            say(error);
        }
    }

    private void say(AlpacaError error) {
        say(messages.error(error));
    }

    private void say(byte[] message) {
        if (said.size() >= MOST_WAITING) {
            said.clear();
            dismiss(AlpacaError.SLOW_CLIENT, End.TOO_SLOW);
            return;
        }
        said.add(message);
        flush();
    }

    private void flush() {
        while (!writing && socket.isOpen()) {
            if (answered) {
                answered = false;
                said.add(messages.subscription(wishes.subscription()));
            }
            if (events == null && said.isEmpty()) {
                if (awaited) {
                    awaited = false;
                    drained();
                }
                return;
            }
            ByteBuffer image = image(events);
            events = null;
            said.clear();
            if (image.hasRemaining()) {
                writing = true;
                socket.send(image);
            }
        }
    }

    private ByteBuffer image(@Nullable Frame frame) {
        if (frame == null) {
            return images.of(said);
        }
        ByteBuffer market = images.of(frame, wishes.status());
        if (said.isEmpty()) {
            return market;
        }
        return WireImages.joined(images.of(said), market);
    }

    @Override
    public void written() {
        writing = false;
        flush();
    }

    @Override
    protected void finish(End end) {
        AlpacaError error = AlpacaError.of(end);
        if (error == null || error == complaint) {
            socket.close(end.closeCode(), end.reason());
        } else {
            dismiss(error, end);
        }
    }

    /** Says what is wrong and closes, at once if the client does not read what is on its way. */
    private void dismiss(AlpacaError error, End end) {
        if (!socket.isOpen()) {
            return;
        }
        earshot.close();
        said.add(messages.error(error));
        ByteBuffer last = images.of(said);
        said.clear();
        events = null;
        socket.send(last);
        socket.close(end.closeCode(), end.reason());
    }
}
