package dev.liveticker.benchmarks.soak;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Speaks Socket.IO as its own client does, on a WebSocket; it cannot resume. */
final class SocketIoClient extends SocketClient {

    private static final ObjectMapper JSON = FrameCodec.jsonMapper();

    SocketIoClient(String name, Surroundings around, List<Symbol> traded, SplittableRandom random) {
        super(name, around, traded, random);
    }

    @Override
    Kind kind() {
        return Kind.SOCKET_IO;
    }

    @Override
    String target() {
        return "/socket.io/?EIO=4&transport=websocket";
    }

    @Override
    String fields() {
        return "";
    }

    @Override
    void opened(URI node) {
        picture().clear();
    }

    @Override
    synchronized void message(byte[] payload) throws IOException {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (text.equals("2")) {
            say("3");
        } else if (text.startsWith("42")) {
            event(text.substring(2));
        } else if (text.startsWith("43")) {
            settled();
        } else if (text.startsWith("40")) {
            say("420[\"join-room\"," + list(wishes().symbols()) + "]");
        } else if (text.startsWith("44") || text.startsWith("41")) {
            throw new ProtocolException("turned away: " + text);
        } else if (text.startsWith("0")) {
            say("40{\"token\":\"" + token() + "\"}");
        }
    }

    private void event(String json) throws ProtocolException {
        try {
            JsonNode event = JSON.readTree(json);
            String name = event.path(0).asString("");
            if (name.equals("error")) {
                around().chronicle().note(name() + " is told: " + json);
            } else {
                picture().take(List.of(JSON.treeToValue(event.path(1), ServerMessage.class)));
            }
        } catch (JacksonException e) {
            around().chronicle().problem(name() + " was sent what is no event: " + json);
            throw (ProtocolException) new ProtocolException("no event").initCause(e);
        }
    }

    @Override
    synchronized void change(SplittableRandom chance) throws IOException {
        if (!isLive()) {
            return;
        }
        Wishes.Change change = wishes().change(chance);
        picture().forget(change.dropped());
        picture().forget(change.added());
        say("421[\"leave-room\"," + list(List.of(change.dropped())) + "]");
        say("422[\"join-room\"," + list(List.of(change.added())) + "]");
    }

    private static String list(List<Symbol> symbols) {
        return symbols.stream().map(symbol -> '"' + symbol.text() + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
