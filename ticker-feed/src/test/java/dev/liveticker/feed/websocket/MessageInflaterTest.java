package dev.liveticker.feed.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageInflaterTest {

    private static final int LIMIT = 10_000;

    @Property(tries = 300)
    void messages_come_out_as_they_went_in_whatever_parts_they_come_in(
            @ForAll @Size(max = 5) List<String> messages, @ForAll boolean keepsContext, @ForAll long seed)
            throws Exception {
        Random random = new Random(seed);
        Deflater deflater = new Deflater(9, true);
        try (MessageInflater inflater = new MessageInflater(keepsContext, LIMIT)) {
            for (String message : messages) {
                if (!keepsContext) {
                    deflater.reset();
                }
                byte[] deflated = deflate(deflater, message.getBytes(UTF_8));
                int cut = random.nextInt(deflated.length + 1);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                out.writeBytes(inflater.inflate(Arrays.copyOf(deflated, cut), false));
                out.writeBytes(inflater.inflate(Arrays.copyOfRange(deflated, cut, deflated.length), true));
                assertThat(out.toString(UTF_8)).isEqualTo(new String(message.getBytes(UTF_8), UTF_8));
            }
        }
    }

    @Property(tries = 1_000)
    void any_bytes_are_inflated_within_the_limit_or_refused(@ForAll byte[] bytes) {
        try (MessageInflater inflater = new MessageInflater(false, LIMIT)) {
            assertThat(inflater.inflate(bytes, true)).hasSizeLessThanOrEqualTo(LIMIT);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void the_limit_holds_for_a_message_in_parts_and_begins_anew_with_the_next() throws Exception {
        byte[] half = new byte[LIMIT / 2 + 1];
        Deflater deflater = new Deflater(9, true);
        try (MessageInflater inflater = new MessageInflater(true, LIMIT)) {
            assertThat(inflater.inflate(deflate(deflater, half), true)).hasSize(half.length);
            assertThat(inflater.inflate(deflate(deflater, half), true)).hasSize(half.length);
            byte[] first = deflate(deflater, half);
            byte[] second = deflate(deflater, half);
            byte[] tail = {0, 0, (byte) 0xFF, (byte) 0xFF};
            inflater.inflate(first, false);
            inflater.inflate(tail, false);
            assertThatThrownBy(() -> inflater.inflate(second, true))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("larger than");
        }
    }

    private static byte[] deflate(Deflater deflater, byte[] bytes) {
        deflater.setInput(bytes);
        byte[] buffer = new byte[1 << 16];
        int count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        // RFC 7692 section 7.2.3.6: an empty message, of which a deflater makes nothing, is one empty block.
        return count < 4 ? new byte[1] : Arrays.copyOf(buffer, count - 4);
    }
}
