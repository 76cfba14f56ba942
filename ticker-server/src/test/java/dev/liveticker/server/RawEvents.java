package dev.liveticker.server;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ServerMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/** Reads an event stream line by line, over a connection of its own. */
final class RawEvents implements AutoCloseable {

    /** One event as it was written; an absent field is empty. */
    record Event(String id, String event, String data, String retry) {}

    final RawHttp http;
    final RawHttp.Response answer;
    private final Deque<ServerMessage> waiting = new ArrayDeque<>();
    private String lastId = "";

    RawEvents(URI server, String target, String... headers) throws IOException {
        http = new RawHttp(server);
        http.get(target, headers);
        answer = http.head();
    }

    /** Of the last event that was read. */
    String lastId() {
        return lastId;
    }

    /** The next event; null at the end of the stream. */
    Event next() throws IOException {
        Event event = new Event("", "", "", "");
        boolean begun = false;
        for (String line = line(); line != null; line = line()) {
            if (line.isEmpty()) {
                if (begun) {
                    lastId = event.id().isEmpty() ? lastId : event.id();
                    return event;
                }
                continue;
            }
            begun = true;
            String value = line.substring(line.indexOf(": ") + 2);
            event = switch (line.substring(0, line.indexOf(':'))) {
                case "id" -> new Event(value, event.event(), event.data(), event.retry());
                case "event" -> new Event(event.id(), value, event.data(), event.retry());
                case "data" -> new Event(event.id(), event.event(), value, event.retry());
                case "retry" -> new Event(event.id(), event.event(), event.data(), value);
                default -> throw new IOException("unexpected line: " + line);
            };
        }
        return null;
    }

    /** The next message that is wanted; those before it are let go. */
    <T extends ServerMessage> T message(Class<T> type, Predicate<T> wanted)
            throws IOException, MalformedFrameException {
        while (true) {
            for (ServerMessage message = waiting.poll(); message != null; message = waiting.poll()) {
                if (type.isInstance(message) && wanted.test(type.cast(message))) {
                    return type.cast(message);
                }
            }
            Event event = next();
            if (event == null) {
                throw new IOException("the stream ended");
            }
            if (!event.data().isEmpty()) {
                waiting.addAll(FrameCodec.of(Encoding.JSON)
                        .decodeServerFrame(event.data().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    <T extends ServerMessage> T message(Class<T> type) throws IOException, MalformedFrameException {
        return message(type, message -> true);
    }

    /** Chunks are as long as the server likes: their framing is taken out here. */
    private final StringBuilder text = new StringBuilder();

    private String line() throws IOException {
        while (text.indexOf("\n") < 0) {
            String size = http.line();
            if (size == null) {
                return null;
            }
            int length = Integer.parseInt(size, 16);
            text.append(new String(http.in.readNBytes(length), StandardCharsets.UTF_8));
            http.line();
            if (length == 0) {
                return null;
            }
        }
        int end = text.indexOf("\n");
        String line = text.substring(0, end);
        text.delete(0, end + 1);
        return line;
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
