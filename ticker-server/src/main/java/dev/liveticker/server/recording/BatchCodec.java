package dev.liveticker.server.recording;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.ServerMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch in bytes: its two times, then its events as a frame in CBOR. */
final class BatchCodec {

    private static final int TIMES_BYTES = 2 * Long.BYTES;

    /** The protocol's times are exact in a {@code double}. */
    static final long MOST_TIME = 1L << 53;

    private static final FrameCodec FRAMES = FrameCodec.of(Encoding.CBOR);

    private BatchCodec() {}

    /** Whether it is one of the protocol's times, before or after the epoch. */
    static boolean isTime(long micros) {
        return micros >= -MOST_TIME && micros <= MOST_TIME;
    }

    static byte[] encode(RecordedBatch batch) {
        List<byte[]> events = new ArrayList<>(batch.events().size());
        for (MarketEvent event : batch.events()) {
            events.add(FRAMES.encode(event));
        }
        ByteBuffer bytes = ByteBuffer.allocate(TIMES_BYTES + FRAMES.joinedLength(events));
        bytes.putLong(batch.time()).putLong(batch.arrival());
        FRAMES.join(events, bytes);
        return bytes.array();
    }

    /** Absent if the bytes are no batch. */
    static @Nullable RecordedBatch decode(ByteBuffer bytes) {
        if (bytes.remaining() < TIMES_BYTES) {
            return null;
        }
        long time = bytes.getLong();
        long arrival = bytes.getLong();
        if (!isTime(time) || !isTime(arrival) || arrival < 0) {
            return null;
        }
        byte[] frame = new byte[bytes.remaining()];
        bytes.get(frame);
        try {
            List<MarketEvent> events = new ArrayList<>();
            for (ServerMessage message : FRAMES.decodeServerFrame(frame)) {
                if (!(message instanceof MarketEvent event)) {
                    return null;
                }
                events.add(event);
            }
            return new RecordedBatch(time, arrival, events);
        } catch (MalformedFrameException e) {
            return null;
        }
    }
}
