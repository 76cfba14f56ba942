package dev.liveticker.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WebSocketReaderTest {

    private final Gathering found = new Gathering();
    private final WebSocketReader reader = new WebSocketReader(found);

    @Property(tries = 200)
    void messages_come_whole_and_in_order_wherever_the_bytes_are_split(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 70_000) Integer> lengths,
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 3_000) Integer> pieces)
            throws IOException {
        Gathering own = new Gathering();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> sent = new ArrayList<>();
        for (int length : lengths) {
            String text = "m".repeat(length);
            sent.add(text);
            stream.writeBytes(frame(0x81, text));
        }

        feed(new WebSocketReader(own), stream.toByteArray(), pieces);

        assertThat(own.messages).isEqualTo(sent);
    }

    @Test
    void a_message_in_fragments_is_one_message() throws IOException {
        feed(frame(0x01, "one "), frame(0x89, "between"), frame(0x00, "two "), frame(0x80, "three"));

        assertThat(found.messages).containsExactly("one two three");
        assertThat(found.controls).containsExactly("9:between");
    }

    @Test
    void a_control_frame_in_single_bytes_is_whole() throws IOException {
        byte[] ping = frame(0x89, "0123456789");
        for (byte b : ping) {
            feed(new byte[] {b});
        }
        feed(frame(0x88, ""));

        assertThat(found.controls).containsExactly("9:0123456789", "8:");
    }

    @Test
    void every_fragment_of_a_compressed_message_is_compressed() throws IOException {
        feed(frame(0x41, "a"), frame(0x80, "b"), frame(0x81, "c"));

        assertThat(found.compressed).containsExactly(true, true, false);
    }

    @Test
    void a_masked_frame_is_refused() {
        assertThatThrownBy(() -> feed(new byte[] {(byte) 0x81, (byte) 0x85}))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("mask");
    }

    @Test
    void a_long_control_frame_is_refused() {
        assertThatThrownBy(() -> feed(new byte[] {(byte) 0x89, 126, 0, (byte) 200}))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("200");
    }

    @Test
    void a_clients_frame_is_masked_and_reads_back() {
        for (int length : new int[] {0, 1, 125, 126, 4_000}) {
            String text = "x".repeat(length);
            ByteBuffer frame = Dialect.text(text);
            assertThat(frame.get()).isEqualTo((byte) 0x81);
            int second = frame.get() & 0xFF;
            assertThat(second & 0x80).isEqualTo(0x80);
            int told = (second & 0x7F) == 126 ? frame.getShort() & 0xFFFF : second & 0x7F;
            byte[] mask = new byte[4];
            frame.get(mask);
            byte[] payload = new byte[frame.remaining()];
            frame.get(payload);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            assertThat(told).isEqualTo(length);
            assertThat(new String(payload, StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    private void feed(byte[]... frames) throws IOException {
        for (byte[] frame : frames) {
            reader.read(ByteBuffer.wrap(frame), 0, frame.length);
        }
    }

    private static void feed(WebSocketReader reader, byte[] bytes, List<Integer> pieces) throws IOException {
        int from = 0;
        for (int piece : pieces) {
            int to = Math.min(bytes.length, from + piece);
            reader.read(ByteBuffer.wrap(bytes), from, to);
            from = to;
        }
        reader.read(ByteBuffer.wrap(bytes), from, bytes.length);
    }

    static byte[] frame(int first, String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 10).put((byte) first);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) 126).putShort((short) payload.length);
        } else {
            frame.put((byte) 127).putLong(payload.length);
        }
        frame.put(payload).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    private static final class Gathering implements WebSocketReader.Sink {
        final List<String> messages = new ArrayList<>();
        final List<String> controls = new ArrayList<>();
        final List<Boolean> compressed = new ArrayList<>();
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        @Override
        public void payload(ByteBuffer bytes, int from, int to, boolean isCompressed) {
            byte[] piece = new byte[to - from];
            bytes.get(from, piece);
            message.writeBytes(piece);
            compressed.add(isCompressed);
        }

        @Override
        public void messageEnd(boolean isCompressed) {
            messages.add(message.toString(StandardCharsets.UTF_8));
            message.reset();
        }

        @Override
        public void control(int opcode, byte[] payload) {
            controls.add(opcode + ":" + new String(payload, StandardCharsets.UTF_8));
        }
    }
}
