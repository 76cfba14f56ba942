package dev.liveticker.server.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.message.Position;
import dev.liveticker.server.hub.Frame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CompressedFramesTest {

    private static Frame frame(String content, int times) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(content.repeat(times)).asReadOnlyBuffer();
        return new Frame(Frame.Kind.MIXED, bytes, 1, new Position("e", 1));
    }

    @Test
    void a_frame_is_compressed_once_and_shared() {
        try (CompressedFrames frames = new CompressedFrames()) {
            Frame frame = frame("quote ", 200);
            ByteBuffer first = frames.of(frame).orElseThrow();
            // Written through the one, seen through the other: they are the same bytes.
            first.put((byte) 77);
            ByteBuffer second = frames.of(frame).orElseThrow();
            assertThat(second.position())
                    .as("its own place in the shared bytes")
                    .isZero();
            assertThat(second.get()).isEqualTo((byte) 77);
        }
    }

    @Test
    void more_frames_than_it_remembers_are_each_compressed_right() throws ProtocolException {
        try (CompressedFrames frames = new CompressedFrames()) {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < 50; i++) {
                    String content = "trade " + i + " ";
                    ByteBuffer shared = frames.of(frame(content, 100)).orElseThrow();
                    byte[] compressed = new byte[shared.remaining()];
                    shared.get(compressed);
                    assertThat(new String(
                                    Inflate.message(compressed, compressed.length, 10_000), StandardCharsets.UTF_8))
                            .isEqualTo(content.repeat(100));
                }
            }
        }
    }

    @Test
    void a_short_frame_is_sent_as_it_is() {
        try (CompressedFrames frames = new CompressedFrames()) {
            assertThat(frames.of(frame("x", Deflate.THRESHOLD - 1))).isEmpty();
        }
    }
}
