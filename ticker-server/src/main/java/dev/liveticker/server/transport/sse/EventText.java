package dev.liveticker.server.transport.sse;

import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.transport.WireImages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A frame as one event of a stream (WHATWG HTML, section 9.2.6). JSON holds no raw line break, so the frame's own bytes
 * are one line of data as they are.
 */
final class EventText {

    private static final byte[] END = ascii("\n\n");

    private EventText() {}

    /** How long a client waits before it connects again. */
    static ByteBuffer retry(int millis) {
        return ByteBuffer.wrap(ascii("retry: " + millis + "\n\n"));
    }

    static ByteBuffer draw(Frame frame, WireImages.Canvas canvas) {
        String event = switch (frame.kind()) {
            case MIXED -> "";
            case HEARTBEAT -> "event: heartbeat\n";
            case NOTIFICATION -> "event: notification\n";
        };
        byte[] begin = ascii("id: " + frame.position() + "\n" + event + "data: ");
        ByteBuffer image = canvas.room(begin.length + frame.size() + END.length);
        image.put(begin);
        frame.writeTo(image);
        return image.put(END).flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
