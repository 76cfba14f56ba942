package dev.liveticker.server.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DeflateTest {

    @Property
    void what_is_compressed_inflates_to_the_same_and_is_shorter(
            @ForAll @StringLength(min = 1, max = 40) String piece, @ForAll @IntRange(min = 1, max = 400) int times)
            throws ProtocolException {
        byte[] message = piece.repeat(times).getBytes(StandardCharsets.UTF_8);
        try (Deflate deflate = new Deflate()) {
            // Twice: the second must not lean on the first, since no context is taken over.
            deflate.message(ByteBuffer.wrap(message));
            Optional<ByteBuffer> compressed =
                    deflate.message(ByteBuffer.wrap(message).asReadOnlyBuffer());
            if (message.length < Deflate.THRESHOLD) {
                assertThat(compressed).isEmpty();
            } else if (compressed.isPresent()) {
                byte[] bytes = compressed.get().array();
                assertThat(bytes).hasSizeLessThan(message.length);
                assertThat(Inflate.message(bytes, bytes.length, message.length)).isEqualTo(message);
            }
        }
    }

    @Test
    void noise_is_sent_as_it_is() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        try (Deflate deflate = new Deflate()) {
            assertThat(deflate.message(ByteBuffer.wrap(noise))).isEmpty();
        }
    }

    @Test
    void a_direct_buffer_is_compressed_too_and_left_as_it_was() throws ProtocolException {
        byte[] message = "quote ".repeat(500).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer direct =
                ByteBuffer.allocateDirect(message.length).put(message).flip();
        try (Deflate deflate = new Deflate()) {
            byte[] compressed = deflate.message(direct).orElseThrow().array();
            assertThat(direct.remaining()).isEqualTo(message.length);
            assertThat(Inflate.message(compressed, compressed.length, 100_000)).isEqualTo(message);
        }
    }

    @Property
    void any_bytes_inflate_within_the_limit_or_are_refused(
            @ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(max = 500) int limit) {
        try {
            assertThat(Inflate.message(bytes, bytes.length, limit)).hasSizeLessThanOrEqualTo(limit);
        } catch (ProtocolException e) {
            assertThat(e.closeCode()).isIn(1007, 1009);
        }
    }

    @Test
    void a_bomb_is_refused_without_being_unfolded() {
        // A hundred megabytes of zeros in a hundred kilobytes.
        byte[] bomb = RawDeflate.message(new byte[100 << 20]);
        assertThat(bomb.length).isLessThan(110_000);
        long before = allocated();
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Inflate.message(bomb, bomb.length, 64 * 1024))
                .satisfies(e -> assertThat(e.closeCode()).isEqualTo(1009));
        assertThat(allocated() - before).isLessThan(1 << 20);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
