package dev.liveticker.feed.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Pieces;
import dev.liveticker.fuzz.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The reader of event streams: however the network cuts a stream, it says the same, and that is what the HTML standard
 * says ("Interpreting an event stream", section 9.2.6); and it holds no more than its limit.
 */
public final class EventStreamTarget implements Target {

    /** None of the inputs is over it. */
    private static final int AMPLE = 1 << 20;

    /** Many are. */
    private static final int NARROW = 48;

    private record Heard(String type, String data, String id) {}

    private static final class Listener implements EventStreamParser.Handler {

        private final List<Heard> events = new ArrayList<>();
        private boolean refused;

        @Override
        public void event(String type, String data, String lastEventId) {
            events.add(new Heard(type, data, lastEventId));
        }

        @Override
        public void retry(long millis) {
            Claim.that(millis >= 0 && millis < 1_000_000_000, () -> "a wait of " + millis + " ms");
        }
    }

    @Override
    public void take(byte[] input) {
        List<Heard> whole = standard(input);
        Listener first = null;
        for (List<byte[]> pieces : Pieces.ways(input)) {
            Claim.same(whole, read(pieces, AMPLE).events);
            Listener narrow = read(pieces, NARROW);
            for (Heard event : narrow.events) {
                Claim.that(event.data.length() <= 2 * NARROW, () -> "an event over the limit: " + event);
            }
            first = first == null ? narrow : first;
            Claim.same(first.events, narrow.events);
            Claim.same(first.refused, narrow.refused);
        }
    }

    private static Listener read(List<byte[]> pieces, int limit) {
        Listener listener = new Listener();
        EventStreamParser parser = new EventStreamParser(listener, limit);
        try {
            for (byte[] piece : pieces) {
                // As from a buffer that holds more before and behind.
                byte[] buffer = new byte[piece.length + 2];
                Arrays.fill(buffer, (byte) '\n');
                System.arraycopy(piece, 0, buffer, 1, piece.length);
                parser.feed(buffer, 1, piece.length);
            }
        } catch (IOException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
            listener.refused = true;
        }
        return listener;
    }

    /** The standard's steps on the whole text at once. */
    private static List<Heard> standard(byte[] stream) {
        String decoded = new String(stream, UTF_8);
        String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        List<Heard> events = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        String type = "";
        String id = "";
        int at = 0;
        for (int end = lineEnd(text, at); end >= 0; end = lineEnd(text, at)) {
            String line = text.substring(at, end);
            at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    events.add(new Heard(type.isEmpty() ? "message" : type, data.substring(0, data.length() - 1), id));
                }
                data.setLength(0);
                type = "";
            } else if (name.equals("data")) {
                data.append(value).append('\n');
            } else if (name.equals("event")) {
                type = value;
            } else if (name.equals("id") && value.indexOf('\0') < 0) {
                id = value;
            }
        }
        return events;
    }

    private static int lineEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                return i;
            }
        }
        return -1;
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "retry: 3000\n\nevent: heartbeat\nid: k3f:13\ndata: [{\"type\":\"heartbeat\",\"seq\":13}]\n\n",
                        "\uFEFF: comment\r\n\r\ndata: one\r\ndata: two\r\nid: 1\r\n\r\n",
                        "data:a\rdata: b\r\rid\rdata\r\rdata\rdata\r\r",
                        "event: x\nid: 2\0\ndata:  spaced\nunknown: y\n:\n\nid: 7\n\ndata: €𝄞é\n\n",
                        "retry: 12x\nretry: 99999999999999999999\nretry\nDATA: no\n data: no\ndata: unfinished")
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
