package dev.liveticker.server.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameWriterTest {

    @ParameterizedTest
    @CsvSource({
        "0, 8100",
        "125, 817d",
        "126, 817e007e",
        "65535, 817effff",
        "65536, 817f0000000000010000",
        "4294967296, 817f0000000100000000"
    })
    void the_length_is_written_in_its_shortest_form(long length, String header) {
        assertThat(header(Opcode.TEXT, false, length)).isEqualTo(header);
        assertThat(FrameWriter.headerLength(length)).isEqualTo(header.length() / 2);
    }

    @Test
    void a_compressed_frame_says_so() {
        assertThat(header(Opcode.BINARY, true, 5)).isEqualTo("c205");
    }

    @Test
    void a_close_carries_code_and_reason_or_neither() {
        assertThat(hex(FrameWriter.close(1001, "bye"))).isEqualTo("880503e9627965");
        assertThat(hex(FrameWriter.close(CloseCode.NONE, "bye"))).isEqualTo("8800");
        assertThat(FrameWriter.close(1002, "x".repeat(500)).remaining()).isEqualTo(2 + 125);
    }

    private static String header(int opcode, boolean compressed, long length) {
        ByteBuffer target = ByteBuffer.allocate(FrameWriter.MAX_HEADER);
        FrameWriter.header(target, opcode, compressed, length);
        return hex(target.flip());
    }

    private static String hex(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return HexFormat.of().formatHex(copy);
    }
}
