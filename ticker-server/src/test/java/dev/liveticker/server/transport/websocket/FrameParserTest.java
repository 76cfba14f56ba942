package dev.liveticker.server.transport.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.liveticker.codec.Encoding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {

    private static final FrameLimits SMALL = new FrameLimits(1_000, 8);

    private static FrameParser json() {
        return new FrameParser(Payload.TEXT, true, SMALL);
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** One thing a client sends, in hexadecimal, and what the parser is to tell of it. */
    record Said(String bytes, List<String> told) {

        static Said of(byte[] bytes, List<String> told) {
            return new Said(HexFormat.of().formatHex(bytes), told);
        }
    }

    @Property
    void however_a_stream_is_cut_the_same_is_told(
            @ForAll("streams") List<Said> stream,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 40) Integer> cuts)
            throws ProtocolException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> told = new ArrayList<>();
        for (Said said : stream) {
            bytes.writeBytes(hex(said.bytes()));
            told.addAll(said.told());
        }
        int[] sizes = cuts.stream().mapToInt(Integer::intValue).toArray();
        assertThat(Heard.of(json(), bytes.toByteArray(), sizes)).isEqualTo(told);
        assertThat(Heard.of(json(), bytes.toByteArray(), 1)).isEqualTo(told);
        assertThat(Heard.of(json(), bytes.toByteArray(), Integer.MAX_VALUE)).isEqualTo(told);
    }

    @Provide
    Arbitrary<List<Said>> streams() {
        Arbitrary<byte[]> control = Arbitraries.bytes().array(byte[].class).ofMaxSize(125);
        Arbitrary<Said> pings = Combinators.combine(control, Arbitraries.integers())
                .as((payload, mask) -> Said.of(
                        MaskedFrame.of(0x80 | Opcode.PING, payload, mask),
                        List.of("ping " + HexFormat.of().formatHex(payload))));
        Arbitrary<Said> pongs = control.map(payload -> Said.of(MaskedFrame.of(0x8A, payload, 7), List.of("pong")));
        Arbitrary<Said> messages = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(200),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.of(true, false),
                        pings.injectNull(0.7))
                .as(FrameParserTest::message);
        return Arbitraries.oneOf(List.of(messages, pings, pongs)).list().ofMaxSize(6);
    }

    /** In fragments, compressed or not, with a ping between them or not. */
    private static Said message(String content, int fragments, boolean compressed, Said between) {
        byte[] payload = compressed ? RawDeflate.message(text(content)) : text(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int step = payload.length / fragments;
        for (int i = 0; i < fragments; i++) {
            boolean last = i == fragments - 1;
            byte[] part = Arrays.copyOfRange(payload, i * step, last ? payload.length : (i + 1) * step);
            int first = (last ? 0x80 : 0) | (i == 0 ? Opcode.TEXT | (compressed ? 0x40 : 0) : Opcode.CONTINUATION);
            if (i == fragments - 1 && between != null) {
                bytes.writeBytes(hex(between.bytes()));
            }
            bytes.writeBytes(MaskedFrame.of(first, part, 0x12345678 * (i + 1)));
        }
        List<String> told = new ArrayList<>(between == null ? List.of() : between.told());
        told.add("message " + content);
        return Said.of(bytes.toByteArray(), told);
    }

    @Property(tries = 5_000)
    void whatever_comes_it_is_understood_or_refused(
            @ForAll @Size(max = 300) byte[] noise, @ForAll boolean deflate, @ForAll Encoding encoding) {
        FrameParser parser = new FrameParser(Payload.of(encoding), deflate, SMALL);
        try {
            Heard.of(parser, noise, 7);
        } catch (ProtocolException e) {
            assertThat(e.closeCode()).isIn(1002, 1003, 1007, 1009);
            assertThat(e.getMessage()).hasSizeLessThan(124);
        }
    }

    @Property
    void a_valid_frame_with_one_byte_changed_is_understood_or_refused(
            @ForAll @Size(min = 1, max = 300) byte[] payload,
            @ForAll @IntRange(max = 305) int at,
            @ForAll byte changed,
            @ForAll boolean compressed) {
        byte[] frame = MaskedFrame.of(0x82 | (compressed ? 0x40 : 0), payload, 99);
        frame[at % frame.length] = changed;
        try {
            Heard.of(new FrameParser(Payload.BINARY, true, SMALL), frame, 1_000);
        } catch (ProtocolException e) {
            assertThat(e.closeCode()).isIn(1002, 1003, 1007, 1009);
        }
    }

    @Test
    void the_masked_hello_of_the_standard_is_read() throws ProtocolException {
        // RFC 6455 section 5.7
        assertThat(Heard.of(json(), hex("81 85 37fa213d 7f9f4d5158"), 99)).containsExactly("message Hello");
    }

    @Test
    void the_compressed_hellos_of_the_standard_are_read() throws ProtocolException {
        // RFC 7692 sections 7.2.3.1, 7.2.3.3 and 7.2.3.4, masked here
        for (String deflated : List.of("f248cdc9c90700", "000500faff48656c6c6f00", "f348cdc9c9070000")) {
            assertThat(Heard.of(json(), MaskedFrame.of(0xC1, hex(deflated), 5), 3))
                    .containsExactly("message Hello");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    an unmasked frame,                       8105 48656c6c6f,            1002
                    a reserved bit,                          A180 00000000,              1002
                    another reserved bit,                    9180 00000000,              1002
                    an unknown data opcode,                  8380 00000000,              1002
                    an unknown control opcode,               8B80 00000000,              1002
                    a fragmented ping,                       0980 00000000,              1002
                    a ping of 126 bytes,                     89FE 007E 00000000,         1002
                    a compressed ping,                       C980 00000000,              1002
                    a continuation of nothing,               8080 00000000,              1002
                    a text inside a text,                    0180 00000000 8180 00000000, 1002
                    a compression bit on a continuation,     0180 00000000 C080 00000000, 1002
                    a 16-bit length that fits 7,             81FE 0005 00000000,         1002
                    a 64-bit length that fits 16,            81FF 0000000000000005 00000000, 1002
                    a length of 2^63,                        81FF 8000000000000000 00000000, 1002
                    a binary message where text is spoken,   8280 00000000,              1003
                    half a close code,                       8881 00000000 03,           1002
                    a close code that is never sent,         8882 00000000 03ED,         1002
                    a close code out of range,               8882 00000000 0064,         1002
                    a close reason that is not UTF-8,        8883 00000000 03E8 FF,      1007
                    a text that is not UTF-8,                8181 00000000 FF,           1007
                    a text with half a character,            8182 00000000 E282,         1007
                    a surrogate in UTF-8,                    8183 00000000 EDA080,       1007
                    compressed nonsense,                     C182 00000000 FFFF,         1007
                    a message announced larger than allowed, 81FE 03E9 00000000,         1009
                    a message of a terabyte,                 81FF 0000010000000000 00000000, 1009
                    a message of 2^63 - 1 bytes,             81FF 7FFFFFFFFFFFFFFF 00000000, 1009
                    a fragment of 2^63 - 1 bytes,            0181 00000000 78 80FF 7FFFFFFFFFFFFFFF 00000000, 1009
                    """)
    void what_breaks_the_protocol_is_refused(String what, String bytes, int closeCode) {
        FrameParser parser = new FrameParser(Payload.TEXT, !what.startsWith("no deflate"), SMALL);
        assertThatExceptionOfType(ProtocolException.class)
                .as(what)
                .isThrownBy(() -> Heard.of(parser, hex(bytes), 99))
                .satisfies(e -> assertThat(e.closeCode()).isEqualTo(closeCode));
    }

    @Test
    void compression_that_was_not_agreed_on_is_refused() {
        FrameParser parser = new FrameParser(Payload.TEXT, false, SMALL);
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Heard.of(parser, hex("C180 00000000"), 99))
                .satisfies(e -> assertThat(e.closeCode()).isEqualTo(1002));
    }

    @Test
    void a_text_where_binary_is_spoken_is_refused() {
        FrameParser parser = new FrameParser(Payload.BINARY, false, SMALL);
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Heard.of(parser, hex("8180 00000000"), 99))
                .satisfies(e -> assertThat(e.closeCode()).isEqualTo(1003));
    }

    @Test
    void a_character_may_be_split_over_fragments() throws ProtocolException {
        byte[] euro = text("€");
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(MaskedFrame.of(Opcode.TEXT, false, new byte[] {euro[0]}));
        stream.writeBytes(MaskedFrame.of(Opcode.CONTINUATION, true, new byte[] {euro[1], euro[2]}));
        assertThat(Heard.of(json(), stream.toByteArray(), 99)).containsExactly("message €");
    }

    @Test
    void a_message_of_exactly_the_limit_is_taken_and_one_byte_more_is_not() throws ProtocolException {
        byte[] most = text("x".repeat(SMALL.messageBytes()));
        assertThat(Heard.of(json(), MaskedFrame.of(Opcode.TEXT, true, most), 99))
                .hasSize(1);
        assertThat(Heard.of(json(), MaskedFrame.of(0xC1, RawDeflate.message(most), 3), 99))
                .hasSize(1);
        byte[] tooMuch = text("x".repeat(SMALL.messageBytes() + 1));
        for (byte[] frame : List.of(
                MaskedFrame.of(Opcode.TEXT, true, tooMuch), MaskedFrame.of(0xC1, RawDeflate.message(tooMuch), 3))) {
            assertThatExceptionOfType(ProtocolException.class)
                    .isThrownBy(() -> Heard.of(json(), frame, 99))
                    .satisfies(e -> assertThat(e.closeCode()).isEqualTo(1009));
        }
    }

    @Test
    void a_message_in_too_many_fragments_is_refused() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(MaskedFrame.of(Opcode.TEXT, false, new byte[0]));
        for (int i = 0; i < SMALL.fragments(); i++) {
            stream.writeBytes(MaskedFrame.of(Opcode.CONTINUATION, false, new byte[0]));
        }
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> Heard.of(json(), stream.toByteArray(), 99))
                .satisfies(e -> assertThat(e.closeCode()).isEqualTo(1009));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1003, 1007, 1011, 1014, 3000, 4400, 4999})
    void a_close_is_told_and_what_follows_is_skipped(int code) throws ProtocolException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] payload =
                ByteBuffer.allocate(5).putShort((short) code).put(text("bye")).array();
        stream.writeBytes(MaskedFrame.of(Opcode.CLOSE, true, payload));
        stream.writeBytes(hex("FFFFFFFFFFFF"));
        assertThat(Heard.of(json(), stream.toByteArray(), 4)).containsExactly("close " + code);
    }

    @Test
    void a_close_without_a_code_is_told_as_such() throws ProtocolException {
        assertThat(Heard.of(json(), hex("8880 00000000"), 99)).containsExactly("close " + CloseCode.NONE);
    }

    @Test
    void an_announced_length_sets_no_memory_aside() throws ProtocolException {
        // Ten thousand parsers, each promised a message of 64 KiB: 640 MB if it were set aside.
        List<FrameParser> parsers = new ArrayList<>();
        byte[] promise = hex("81FF 0000000000010000 00000000 78");
        for (int i = 0; i < 10_000; i++) {
            FrameParser parser = new FrameParser(Payload.TEXT, false, FrameLimits.DEFAULT);
            assertThat(Heard.of(parser, promise, 99)).isEmpty();
            parsers.add(parser);
        }
        if (parsers.isEmpty()) {
            fail("kept alive until here");
        }
    }
}
