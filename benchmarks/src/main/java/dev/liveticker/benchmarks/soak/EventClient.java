package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.load.BodyReader;
import dev.liveticker.benchmarks.load.ChunkedReader;
import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Listens to Server-Sent Events, and resumes by their last id as a browser does. */
final class EventClient extends RawClient {

    private static final Duration SILENCE = Duration.ofSeconds(8);

    private String lastId = "";
    private @Nullable String session;

    EventClient(String name, Surroundings around, List<Symbol> traded, SplittableRandom random) {
        super(name, around, traded, random);
    }

    @Override
    Kind kind() {
        return Kind.EVENTS;
    }

    @Override
    Duration silence() {
        return SILENCE;
    }

    @Override
    void converse(URI node, Wire connection) throws IOException {
        String request;
        synchronized (this) {
            session = null;
            boolean goesOn = !lastId.isEmpty() && whole();
            request = "GET " + StreamTarget.of("/v1/events", wishes()) + " HTTP/1.1\r\nHost: " + node.getAuthority()
                    + "\r\n" + authorization() + "Accept: text/event-stream\r\n"
                    + (goesOn ? "Last-Event-ID: " + lastId + "\r\n" : "") + "\r\n";
            if (!goesOn) {
                picture().clear();
            }
        }
        connection.write(request);
        HttpHead head = connection.head();
        head.expect(200);
        EventLines lines = new EventLines(this::event);
        BodyReader body = head.chunked() ? new ChunkedReader(lines) : lines;
        while (!leaving()) {
            ByteBuffer bytes = connection.next();
            body.read(bytes, bytes.position(), bytes.limit());
        }
    }

    private synchronized void event(String data, String id) throws IOException {
        List<ServerMessage> frame;
        try {
            frame = FrameCodec.of(Encoding.JSON).decodeServerFrame(data.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedFrameException e) {
            around().chronicle().problem(name() + " was sent what is no frame: " + e.getMessage());
            throw (ProtocolException) new ProtocolException("no frame").initCause(e);
        }
        beginEpoch(id);
        picture().take(frame);
        lastId = id;
        for (ServerMessage message : frame) {
            if (message instanceof Welcome welcome) {
                session = welcome.session();
            }
        }
        settled();
    }

    /** Asked of either node: one passes on what is meant for the other. */
    @Override
    void change(SplittableRandom chance) throws IOException {
        String stream;
        List<ClientMessage> frame;
        synchronized (this) {
            stream = session;
            if (stream == null) {
                return;
            }
            Wishes.Change change = wishes().change(chance);
            picture().forget(change.dropped());
            picture().forget(change.added());
            frame = Aside.messages(wishes(), change, true, true);
        }
        try {
            Aside.say(around().nodes().any(chance), stream, authorization(), frame);
        } catch (IOException e) {
            around().chronicle().note(name() + " could not say what it wants: " + e.getMessage());
            startAnew();
        }
    }

    /** The server does not know what is wanted now: the next connection says it. */
    private void startAnew() throws IOException {
        Wire connection = wire().orElse(null);
        if (connection != null) {
            connection.reset();
        }
    }
}
