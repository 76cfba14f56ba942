package dev.liveticker.server.hub;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A message and its bytes, which are made when first wanted and once per encoding, however many subscribers share it.
 * For the hub's thread only, but for what is made already.
 */
final class EncodedMessage implements Frame.Part {

    private final ServerMessage message;
    private final long seq;
    private byte @Nullable [] json;
    private byte @Nullable [] cbor;

    EncodedMessage(ServerMessage message) {
        this.message = message;
        this.seq = switch (message) {
            case MarketEvent event -> event.seq();
            case Snapshot snapshot -> snapshot.seq();
            default -> 0;
        };
    }

    @Override
    public ServerMessage message() {
        return message;
    }

    /** Its number; 0 if it has none. */
    long seq() {
        return seq;
    }

    @Override
    public byte[] in(Encoding encoding) {
        return switch (encoding) {
            case JSON -> {
                if (json == null) {
                    json = FrameCodec.of(Encoding.JSON).encode(message);
                }
                yield json;
            }
            case CBOR -> {
                if (cbor == null) {
                    cbor = FrameCodec.of(Encoding.CBOR).encode(message);
                }
                yield cbor;
            }
        };
    }
}
