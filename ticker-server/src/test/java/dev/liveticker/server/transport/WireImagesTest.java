package dev.liveticker.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.codec.Encoding;
import dev.liveticker.message.Position;
import dev.liveticker.server.hub.Frame;
import dev.liveticker.server.hub.Frames;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireImagesTest {

    private int drawn;
    private final WireImages images = new WireImages((frame, canvas) -> {
        drawn++;
        ByteBuffer image = canvas.room(frame.size());
        frame.writeTo(image);
        return image.flip();
    });

    private static Frame frame(String content) {
        return Frames.of(
                Frame.Kind.MIXED,
                Encoding.JSON,
                List.of(content.getBytes(StandardCharsets.UTF_8)),
                new Position("e", 1));
    }

    private static String text(ByteBuffer image) {
        return StandardCharsets.UTF_8.decode(image).toString();
    }

    @Test
    void a_frame_is_drawn_once_for_many() {
        Frame frame = frame("a");
        for (int i = 0; i < 1_000; i++) {
            assertThat(text(images.of(frame))).isEqualTo("[a]");
        }
        assertThat(drawn).isEqualTo(1);
    }

    @Test
    void another_frame_with_the_same_bytes_is_another_frame() {
        images.of(frame("a"));
        images.of(frame("a"));
        assertThat(drawn).isEqualTo(2);
    }

    @Test
    void memory_is_used_over_and_over_and_grows_when_it_must() {
        for (int i = 0; i < 100; i++) {
            String content = "x".repeat(i * 300);
            assertThat(text(images.of(frame(content)))).isEqualTo("[" + content + "]");
        }
        assertThat(images.of(frame("a")).capacity()).isGreaterThan(10_000);
    }

    @Test
    void what_is_kept_outlives_the_image() {
        ByteBuffer image = images.of(frame("abcdef"));
        image.position(3);
        ByteBuffer kept = WireImages.keep(image);
        for (int i = 0; i < 100; i++) {
            images.of(frame("overwritten"));
        }
        assertThat(text(kept)).isEqualTo("cdef]");
    }

    @Test
    void a_huge_frame_is_drawn_in_memory_of_its_own() {
        ByteBuffer huge = images.of(frame("x".repeat(1 << 20)));
        assertThat(huge.isDirect()).isFalse();
        assertThat(huge.remaining()).isEqualTo((1 << 20) + 2);
    }
}
