package dev.liveticker.fuzz;

import dev.liveticker.codec.Encoding;
import dev.liveticker.codec.FrameCodec;
import dev.liveticker.codec.MalformedFrameException;
import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.ServerMessage;
import java.util.List;

/**
 * The decoder of frames: what it takes, it also writes, and reads again as it was; what it does not take, it refuses in
 * a sentence.
 */
final class FramesTarget implements Target {

    /** A message of a few bytes is an object of some hundred, and reading one takes buffers. */
    private static final long LEAST_MEMORY = 2 << 20;

    private static final long MEMORY_A_BYTE = 2_000;

    private final FrameCodec codec;

    FramesTarget(Encoding encoding) {
        this.codec = FrameCodec.of(encoding);
    }

    @Override
    public void take(byte[] input) throws Exception {
        long memory = LEAST_MEMORY + MEMORY_A_BYTE * input.length;
        try {
            List<ServerMessage> frame = Claim.within(memory, () -> codec.decodeServerFrame(input));
            Nulls.none(frame);
            if (frame.stream().noneMatch(ServerMessage.Unrecognized.class::isInstance)) {
                Claim.same(frame, codec.decodeServerFrame(codec.encodeServerFrame(frame)));
            }
        } catch (MalformedFrameException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
        }
        try {
            List<ClientMessage> frame = Claim.within(memory, () -> codec.decodeClientFrame(input));
            Nulls.none(frame);
            if (frame.stream().noneMatch(ClientMessage.Unrecognized.class::isInstance)) {
                Claim.same(frame, codec.decodeClientFrame(codec.encodeClientFrame(frame)));
            }
        } catch (MalformedFrameException e) {
            Claim.sentence(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<byte[]> seeds() {
        return SampleFrames.in(codec);
    }
}
