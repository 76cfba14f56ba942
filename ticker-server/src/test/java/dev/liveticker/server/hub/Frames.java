package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Position;
import dev.liveticker.message.ServerMessage;
import java.util.Arrays;
import java.util.List;

/** Frames of whatever a test wants in them. */
public final class Frames {

    private static final ServerMessage NONE = new ServerMessage.Unrecognized();

    private static final class Bytes implements Frame.Part {

        private final byte[] bytes;

        Bytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public ServerMessage message() {
            return NONE;
        }

        @Override
        public byte[] in(Encoding encoding) {
            return bytes;
        }
    }

    private record Said(ServerMessage message) implements Frame.Part {

        @Override
        public byte[] in(Encoding encoding) {
            return FrameCodec.of(encoding).encode(message);
        }
    }

    private Frames() {}

    /** Of bytes that need mean nothing. */
    public static Frame of(Frame.Kind kind, Encoding encoding, List<byte[]> messages, Position position) {
        return new Frame(kind, encoding, messages.stream().map(Bytes::new).toList(), position);
    }

    /** Of messages, in JSON. */
    public static Frame of(ServerMessage... messages) {
        return new Frame(
                Frame.Kind.MIXED,
                Encoding.JSON,
                Arrays.stream(messages).map(Said::new).toList(),
                new Position("e", 1));
    }
}
