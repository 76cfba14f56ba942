package dev.liveticker.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChunkedReaderTest {

    @Property(tries = 200)
    void the_body_is_whole_again_however_it_was_chunked_and_split(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 400) Integer> chunks,
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 50) Integer> pieces)
            throws IOException {
        StringBuilder body = new StringBuilder();
        StringBuilder stream = new StringBuilder();
        int next = 0;
        for (int chunk : chunks) {
            StringBuilder data = new StringBuilder();
            for (int i = 0; i < chunk; i++) {
                data.append((char) ('!' + next++ % 90));
            }
            body.append(data);
            stream.append(Integer.toHexString(chunk))
                    .append("\r\n")
                    .append(data)
                    .append("\r\n");
        }
        StringBuilder read = new StringBuilder();
        ChunkedReader reader = new ChunkedReader((bytes, from, to) -> append(read, bytes, from, to));
        byte[] bytes = stream.toString().getBytes(StandardCharsets.US_ASCII);

        int from = 0;
        for (int piece : pieces) {
            int to = Math.min(bytes.length, from + piece);
            reader.read(ByteBuffer.wrap(bytes), from, to);
            from = to;
        }
        reader.read(ByteBuffer.wrap(bytes), from, bytes.length);

        assertThat(read).hasToString(body.toString());
    }

    @Test
    void a_chunk_extension_is_passed_over() throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] bytes = "5;name=a0\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII);
        new ChunkedReader((buffer, from, to) -> append(read, buffer, from, to))
                .read(ByteBuffer.wrap(bytes), 0, bytes.length);

        assertThat(read).hasToString("hello");
    }

    @Test
    void the_last_chunk_ends_the_stream() {
        byte[] bytes = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(
                        () -> new ChunkedReader((buffer, from, to) -> {}).read(ByteBuffer.wrap(bytes), 0, bytes.length))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("the stream ended");
    }

    private static void append(StringBuilder read, ByteBuffer bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            read.append((char) bytes.get(at));
        }
    }
}
