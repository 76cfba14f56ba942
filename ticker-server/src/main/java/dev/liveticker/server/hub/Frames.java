package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Notification;
import dev.liveticker.message.Position;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes frames. Within one turn, subscribers to whom exactly the same is sent share one. */
final class Frames {

    private final Map<Content, Frame> shared = new HashMap<>();

    /** Messages are compared by identity, since they are shared themselves. */
    private record Content(Encoding encoding, Position position, List<EncodedMessage> messages) {}

    /** What a frame of answers and events is, for those who tell frames apart by it. */
    static Frame.Kind kindOf(List<EncodedMessage> messages) {
        return messages.stream().allMatch(message -> message.message() instanceof Notification)
                ? Frame.Kind.NOTIFICATION
                : Frame.Kind.MIXED;
    }

    /** A frame that nobody else gets. */
    Frame personal(Frame.Kind kind, Encoding encoding, List<EncodedMessage> messages, Position position) {
        byte[] joined = FrameCodec.of(encoding)
                .join(messages.stream().map(message -> message.in(encoding)).toList());
        return new Frame(kind, ByteBuffer.wrap(joined).asReadOnlyBuffer(), messages.size(), position);
    }

    /** A frame that others may get too. */
    Frame shared(Encoding encoding, List<EncodedMessage> messages, Position position) {
        return shared.computeIfAbsent(
                new Content(encoding, position, messages),
                content -> personal(Frame.Kind.MIXED, encoding, messages, position));
    }

    /** Forgets what could be shared. */
    void passed() {
        shared.clear();
    }
}
