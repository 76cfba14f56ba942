package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.load.WebSocketReader;
import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.Bar;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Heartbeat;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Status;
import dev.liveticker.message.Subscribed;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Speaks the feed's protocol over a WebSocket, and resumes where it was. */
final class WebSocketClient extends SocketClient {

    private static final int BINARY = 0x2;
    private static final int FAR_TOO_MANY = 3_000;

    private final Kind kind;
    private final FrameCodec codec;
    private final Set<String> unanswered = new HashSet<>();
    private @Nullable Position position;
    private long lastId;

    private WebSocketClient(
            Kind kind,
            FrameCodec codec,
            String name,
            Surroundings around,
            List<Symbol> traded,
            SplittableRandom random) {
        super(name, around, traded, random);
        this.kind = kind;
        this.codec = codec;
    }

    static WebSocketClient json(String name, Surroundings around, List<Symbol> traded, SplittableRandom random) {
        return new WebSocketClient(Kind.WEBSOCKET_JSON, FrameCodec.of(Encoding.JSON), name, around, traded, random);
    }

    static WebSocketClient deflatedCbor(
            String name, Surroundings around, List<Symbol> traded, SplittableRandom random) {
        return new WebSocketClient(
                Kind.WEBSOCKET_CBOR_DEFLATED, FrameCodec.of(Encoding.CBOR), name, around, traded, random);
    }

    @Override
    Kind kind() {
        return kind;
    }

    @Override
    String target() {
        return "/v1/ws";
    }

    @Override
    String fields() {
        return authorization() + "Sec-WebSocket-Protocol: " + codec.encoding().subprotocol() + "\r\n"
                + (kind == Kind.WEBSOCKET_CBOR_DEFLATED
                        ? "Sec-WebSocket-Extensions: permessage-deflate; client_no_context_takeover\r\n"
                        : "");
    }

    @Override
    synchronized void opened(URI node) {
        unanswered.clear();
    }

    @Override
    synchronized void message(byte[] payload) throws IOException {
        List<ServerMessage> frame;
        try {
            frame = codec.decodeServerFrame(payload);
        } catch (MalformedFrameException e) {
            around().chronicle().problem(name() + " was sent what is no frame: " + e.getMessage());
            throw (ProtocolException) new ProtocolException("no frame").initCause(e);
        }
        picture().take(frame);
        for (ServerMessage message : frame) {
            if (message instanceof Welcome welcome) {
                welcomed(welcome);
            } else if (message instanceof Subscribed subscribed && subscribed.id() != null) {
                unanswered.remove(subscribed.id());
            }
        }
        if (unanswered.isEmpty()) {
            settled();
            frame.forEach(this::advance);
        }
    }

    private void welcomed(Welcome welcome) throws IOException {
        if (position == null || !position.epoch().equals(welcome.epoch())) {
            position = new Position(welcome.epoch(), welcome.seq());
        }
        picture().goesOn(position.seq());
        List<Symbol> known = new ArrayList<>();
        List<Symbol> others = new ArrayList<>();
        for (Symbol symbol : wishes().symbols()) {
            (picture().quote(symbol).isPresent() ? known : others).add(symbol);
        }
        List<ClientMessage> frame = new ArrayList<>();
        add(frame, Channel.QUOTES, known, position);
        add(frame, Channel.QUOTES, others, null);
        if (wishes().trades()) {
            add(frame, Channel.TRADES, known, position);
            add(frame, Channel.TRADES, others, null);
        }
        say(frame);
    }

    private void add(List<ClientMessage> frame, Channel channel, List<Symbol> symbols, @Nullable Position since) {
        if (symbols.isEmpty()) {
            return;
        }
        String id = "s" + ++lastId;
        unanswered.add(id);
        boolean limited = channel == Channel.QUOTES && wishes().maxRate() > 0;
        frame.add(new ClientMessage.Subscribe(
                id,
                channel,
                symbols.stream().map(Symbol::text).toList(),
                null,
                limited ? (double) wishes().maxRate() : null,
                since == null ? null : since.toString()));
    }

    /** As docs/protocol.md says: a quote's number says nothing. */
    private void advance(ServerMessage message) {
        long seq = switch (message) {
            case Trade trade -> trade.seq();
            case Status status -> status.seq();
            case Bar bar -> bar.closed() ? bar.seq() : 0;
            case Heartbeat heartbeat -> heartbeat.seq();
            default -> 0;
        };
        if (position != null && seq > position.seq()) {
            position = new Position(position.epoch(), seq);
        }
    }

    private void say(List<ClientMessage> frame) throws IOException {
        say(codec.encodeClientFrame(frame), codec.encoding() == Encoding.CBOR ? BINARY : WebSocketReader.TEXT);
    }

    @Override
    synchronized void change(SplittableRandom chance) throws IOException {
        if (!isLive()) {
            return;
        }
        Wishes.Change change = wishes().change(chance);
        picture().forget(change.dropped());
        picture().forget(change.added());
        List<ClientMessage> frame = new ArrayList<>();
        List<String> dropped = List.of(change.dropped().text());
        frame.add(new ClientMessage.Unsubscribe(null, Channel.QUOTES, dropped, null));
        add(frame, Channel.QUOTES, List.of(change.added()), null);
        if (wishes().trades()) {
            frame.add(new ClientMessage.Unsubscribe(null, Channel.TRADES, dropped, null));
            add(frame, Channel.TRADES, List.of(change.added()), null);
        }
        say(frame);
    }

    @Override
    void flood(SplittableRandom chance) throws IOException {
        for (int i = 0; i < FAR_TOO_MANY; i++) {
            say(List.of(new ClientMessage.Ping(null, i)));
        }
    }
}
