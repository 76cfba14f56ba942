package dev.liveticker.server.transport.sse;

import dev.liveticker.server.hub.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame as one event of a stream (WHATWG HTML, section 9.2.6). The frame's own bytes are not copied: JSON holds no
 * raw line break, so they are one line of data as they are.
 */
final class EventText {

    private static final ByteBuffer END = ByteBuffer.wrap(ascii("\n\n")).asReadOnlyBuffer();

    private EventText() {}

    /** How long a client waits before it connects again. */
    static ByteBuffer retry(int millis) {
        return ByteBuffer.wrap(ascii("retry: " + millis + "\n\n"));
    }

    /** To be written one after the other. */
    static ByteBuffer[] of(Frame frame) {
        String event = switch (frame.kind()) {
            case MIXED -> "";
            case HEARTBEAT -> "event: heartbeat\n";
            case NOTIFICATION -> "event: notification\n";
        };
        return new ByteBuffer[] {
            ByteBuffer.wrap(ascii("id: " + frame.position() + "\n" + event + "data: ")),
            frame.bytes().duplicate(),
            END.duplicate()
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
