package dev.liveticker.server.recording;

import dev.liveticker.codec.FrameCodec;
import java.util.Objects;
import tools.jackson.core.JacksonException;

/**
 * That a recording was finished, and is not what is left of one.
 *
 * @param end up to when it was recorded, microseconds since the Unix epoch on the market's own clock
 * @param batches how many it holds
 * @param events how many they hold together
 */
record EndMark(long end, long batches, long events) {

    /** @throws IllegalArgumentException if the end is no time of the protocol */
    EndMark {
        if (!BatchCodec.isTime(end)) {
            throw new IllegalArgumentException("its end is no time");
        }
    }

    byte[] json() {
        return FrameCodec.jsonMapper().writeValueAsBytes(this);
    }

    /** @throws IllegalArgumentException if the bytes are no such object */
    static EndMark read(byte[] json) {
        try {
            return Objects.requireNonNull(FrameCodec.jsonMapper().readValue(json, EndMark.class));
        } catch (JacksonException | NullPointerException e) {
            throw new IllegalArgumentException("its end mark makes no sense", e);
        }
    }
}
