package dev.liveticker.server.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
        ByteBuffer target = ByteBuffer.allocateDirect(message.length + 3).position(3);
        try (Deflate deflate = new Deflate()) {
            // Twice: the second must not lean on the first, since no context is taken over.
            deflate.message(message, target);
            target.position(3);
            int length = deflate.message(message, target);
            assertThat(target.position()).isEqualTo(3 + length);
            if (length > 0) {
                byte[] bytes = new byte[length];
                target.get(3, bytes);
                assertThat(bytes).hasSizeLessThan(message.length);
                assertThat(Inflate.message(bytes, bytes.length, message.length)).isEqualTo(message);
            }
        }
    }

    @Test
    void noise_does_not_get_shorter() {
        byte[] noise = new byte[10_000];
        new Random(1).nextBytes(noise);
        ByteBuffer target = ByteBuffer.allocate(noise.length);
        try (Deflate deflate = new Deflate()) {
            assertThat(deflate.message(noise, target)).isZero();
            assertThat(target.position()).isZero();
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
