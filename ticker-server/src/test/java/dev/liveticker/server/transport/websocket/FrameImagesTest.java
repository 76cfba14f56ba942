package dev.liveticker.server.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Position;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Frames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameImagesTest {

    private static Frame frame(String content) {
        return Frames.of(
                Frame.Kind.MIXED,
                Encoding.JSON,
                List.of(content.getBytes(StandardCharsets.UTF_8)),
                new Position("e", 1));
    }

    private static byte[] bytes(ByteBuffer image) {
        byte[] bytes = new byte[image.remaining()];
        image.get(bytes);
        return bytes;
    }

    @Test
    void a_frame_that_may_not_be_compressed_is_a_text_message_as_it_is() {
        try (FrameImages images = new FrameImages()) {
            assertThat(bytes(images.of(frame("{}"), false))).isEqualTo(new byte[] {(byte) 0x81, 4, '[', '{', '}', ']'});
            assertThat(bytes(images.of(frame("x".repeat(Deflate.THRESHOLD - 3)), true)))
                    .as("too short to be worth it")
                    .startsWith(0x81)
                    .hasSize(Deflate.THRESHOLD - 1 + 4);
        }
    }

    @Test
    void cbor_is_binary() {
        try (FrameImages images = new FrameImages()) {
            Frame frame = Frames.of(Frame.Kind.MIXED, Encoding.CBOR, List.of(), new Position("e", 1));
            assertThat(bytes(images.of(frame, true))).startsWith(0x82);
        }
    }

    @Test
    void more_frames_than_it_remembers_are_each_compressed_right() throws ProtocolException {
        try (FrameImages images = new FrameImages()) {
            for (int i = 0; i < 100; i++) {
                String content = ("trade " + i % 50 + " ").repeat(100 + i);
                byte[] image = bytes(images.of(frame(content), true));
                assertThat(image[0] & 0xFF).as("text, compressed").isEqualTo(0xC1);
                int header = (image[1] & 0x7F) < 126 ? 2 : 4;
                byte[] compressed = java.util.Arrays.copyOfRange(image, header, image.length);
                assertThat(Inflate.message(compressed, compressed.length, 10_000))
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo("[" + content + "]");
            }
        }
    }

    @Test
    void noise_is_sent_as_it_is() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        try (FrameImages images = new FrameImages()) {
            Frame frame = Frames.of(Frame.Kind.MIXED, Encoding.CBOR, List.of(noise), new Position("e", 1));
            byte[] image = bytes(images.of(frame, true));
            assertThat(image[0] & 0xFF).as("binary, not compressed").isEqualTo(0x82);
            assertThat(image).endsWith(frame.bytes());
        }
    }
}
