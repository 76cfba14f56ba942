package dev.liveticker.benchmarks.soak;

import dev.liveticker.benchmarks.load.BodyReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads events of a stream that breaks its lines by LF, as the server's does (WHATWG HTML, section 9.2.6). */
final class EventLines implements BodyReader {

    /** Takes events in. */
    interface Sink {

        /** @param id of the last event that had one; empty if none had */
        void event(String data, String id) throws IOException;
    }

    private final Sink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private String id = "";

    EventLines(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void read(ByteBuffer bytes, int from, int to) throws IOException {
        for (int at = from; at < to; at++) {
            byte b = bytes.get(at);
            if (b == '\n') {
                line(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }

    private void line(String text) throws IOException {
        if (text.isEmpty()) {
            if (!data.isEmpty()) {
                String whole = data.toString();
                data.setLength(0);
                sink.event(whole, id);
            }
        } else if (text.startsWith("data:")) {
            data.append(value(text));
        } else if (text.startsWith("id:")) {
            id = value(text);
        }
    }

    private static String value(String text) {
        String value = text.substring(text.indexOf(':') + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
