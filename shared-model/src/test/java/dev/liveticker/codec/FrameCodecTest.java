package dev.liveticker.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.message.ClientMessage;
import dev.liveticker.message.Pong;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.message.Welcome;
import dev.liveticker.model.Channel;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.cbor.CBORMapper;

class FrameCodecTest {

    private static final FrameCodec JSON = FrameCodec.of(Encoding.JSON);

    @Property(tries = 500)
    void a_server_frame_survives_the_way_there_and_back(
            @ForAll("serverFrames") List<ServerMessage> frame, @ForAll Encoding encoding) throws Exception {
        FrameCodec codec = FrameCodec.of(encoding);
        assertThat(codec.decodeServerFrame(codec.encodeServerFrame(frame))).isEqualTo(frame);
    }

    @Property(tries = 500)
    void a_client_frame_survives_the_way_there_and_back(
            @ForAll("clientFrames") List<ClientMessage> frame, @ForAll Encoding encoding) throws Exception {
        FrameCodec codec = FrameCodec.of(encoding);
        assertThat(codec.decodeClientFrame(codec.encodeClientFrame(frame))).isEqualTo(frame);
    }

    @Property
    void any_bytes_give_a_frame_or_a_clear_refusal(@ForAll byte[] bytes, @ForAll Encoding encoding) {
        try {
            assertThat(FrameCodec.of(encoding).decodeClientFrame(bytes)).isNotNull();
        } catch (MalformedFrameException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("jackson", "dev.liveticker", "java.");
        }
    }

    @Property(tries = 300)
    void a_frame_cut_anywhere_is_refused(@ForAll("serverFrames") List<ServerMessage> frame, @ForAll Encoding encoding) {
        FrameCodec codec = FrameCodec.of(encoding);
        byte[] whole = codec.encodeServerFrame(frame);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.decodeServerFrame(cut)).isInstanceOf(MalformedFrameException.class);
        }
    }

    @Test
    void a_snapshot_is_flat_and_leaves_out_what_is_unknown() {
        Quote quote = new Quote(
                Symbol.of("^GSPC"),
                7,
                1_700_000_000_000_000L,
                null,
                null,
                null,
                null,
                new BigDecimal("5000.10"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(JSON.encode(Snapshot.of(quote)))
                .asString(UTF_8)
                .isEqualTo(
                        "{\"type\":\"snapshot\",\"symbol\":\"^GSPC\",\"seq\":7,\"time\":1700000000000000,\"last\":5000.10}");
    }

    @Test
    void tiny_and_huge_decimals_are_written_without_an_exponent() {
        Quote quote = new Quote(
                Symbol.of("A"),
                1,
                0,
                new BigDecimal("0.00000001"),
                new BigDecimal("1E+9"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThat(JSON.encode(quote)).asString(UTF_8).contains("\"bid\":0.00000001", "\"bidSize\":1000000000");
    }

    @Property(tries = 200)
    void a_decimal_of_any_scale_is_read_back_as_the_same_number(
            @ForAll @IntRange(min = -12, max = 12) int scale,
            @ForAll @IntRange(min = 1) int digits,
            @ForAll Encoding encoding)
            throws Exception {
        FrameCodec codec = FrameCodec.of(encoding);
        BigDecimal value = new BigDecimal(BigInteger.valueOf(digits), scale);
        Quote quote = new Quote(
                Symbol.of("A"), 1, 0, value, null, null, null, null, null, null, null, null, null, null, null);
        Trade trade = new Trade(Symbol.of("A"), 1, 1, value, value, Side.BUY, 1);
        List<ServerMessage> read = codec.decodeServerFrame(codec.encodeServerFrame(List.of(quote, trade)));
        assertThat(((Quote) read.getFirst()).bid()).isEqualByComparingTo(value);
        assertThat(((Trade) read.getLast()).price()).isEqualByComparingTo(value);
    }

    /**
     * JSON may carry half of a pair of surrogates in, and what a client calls a request goes back to it in any
     * encoding.
     */
    @ParameterizedTest
    @EnumSource(Encoding.class)
    void half_a_pair_of_surrogates_is_written_all_the_same(Encoding encoding) throws Exception {
        FrameCodec codec = FrameCodec.of(encoding);
        String id = ((ClientMessage.Ping)
                        JSON.decodeClientFrame(bytes("{\"type\":\"ping\",\"id\":\"a\\ud800z\",\"clientTime\":5}"))
                                .getFirst())
                .id();
        assertThat(id).isEqualTo("a\ud800z");
        byte[] answer = codec.encodeServerFrame(List.of(new Pong(id, 1, 5)));
        assertThat(codec.decodeServerFrame(answer))
                .singleElement()
                .isEqualTo(new Pong(encoding == Encoding.JSON ? id : "a\ufffdz", 1, 5));
        assertThat(codec.decodeClientFrame(codec.encodeClientFrame(List.of(new ClientMessage.Ping(id, 5)))))
                .hasSize(1);
    }

    @Test
    void a_lone_message_is_a_frame_of_one() throws Exception {
        assertThat(JSON.decodeClientFrame(bytes("{\"type\":\"ping\",\"clientTime\":5}")))
                .containsExactly(new ClientMessage.Ping(null, 5));
    }

    @Test
    void unknown_types_and_fields_do_not_stop_the_rest() throws Exception {
        assertThat(JSON.decodeClientFrame(bytes("""
                        [{"type":"dance","id":"1","music":["x"]},
                         {"colour":{"of":"sky"},"type":"subscribe","channel":"quotes","symbols":["aapl"]}]""")))
                .containsExactly(
                        new ClientMessage.Unrecognized("1", "dance"),
                        new ClientMessage.Subscribe(null, Channel.QUOTES, List.of("aapl"), null, null, null));
        assertThat(JSON.decodeServerFrame(bytes(
                        "[{\"type\":\"dance\",\"id\":{\"of\":7}},{\"type\":\"heartbeat\",\"seq\":1,\"time\":2}]")))
                .hasSize(2);
    }

    @Test
    void a_welcome_of_a_server_that_does_not_name_its_market_is_read() throws Exception {
        String older = "{\"type\":\"welcome\",\"protocol\":1,\"server\":\"s\",\"epoch\":\"e\",\"seq\":1,"
                + "\"session\":\"x\",\"heartbeatMillis\":5000,\"time\":2,\"simulated\":false";
        assertThat(JSON.decodeServerFrame(bytes(older + "}")))
                .containsExactly(new Welcome(1, "s", "e", 1, "x", 5_000, 2, false, null, null));
        assertThat(JSON.decodeServerFrame(bytes(older + ",\"source\":\"Coinbase\"}")))
                .containsExactly(new Welcome(1, "s", "e", 1, "x", 5_000, 2, false, "Coinbase", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[1]",
                "[null]",
                "null",
                "[{]",
                "[{\"type\":\"subscribe\"}]",
                "[{\"type\":\"subscribe\",\"channel\":\"gossip\",\"symbols\":[]}]",
                "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[null]}]",
                "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"A\"],\"maxRate\":-1}]",
                "[{\"type\":\"subscribe\",\"channel\":\"quotes\",\"symbols\":[\"A\"],\"maxRate\":\"NaN\"}]",
                "[{\"type\":\"setAlert\",\"symbol\":\"A\",\"condition\":\"above\",\"price\":1e999999999}]",
                "[{\"type\":\"setAlert\",\"symbol\":\"A\",\"condition\":\"above\",\"price\":\"12\"}]",
                "[{\"type\":\"ping\"}]",
                "[] []",
            })
    void what_is_no_frame_is_refused_in_words_of_the_protocol(String text) {
        assertThatThrownBy(() -> JSON.decodeClientFrame(bytes(text)))
                .isInstanceOf(MalformedFrameException.class)
                .message()
                .isNotBlank()
                .doesNotContain("jackson", "dev.liveticker", "java.");
    }

    @Test
    void the_refusal_says_what_and_where() {
        assertThatThrownBy(() -> JSON.decodeClientFrame(
                        bytes("[{\"type\":\"subscribe\",\"channel\":\"gossip\",\"symbols\":[]}]")))
                .hasMessage("a value has the wrong form at [0].channel");
        assertThatThrownBy(() -> JSON.decodeClientFrame(bytes("[{\"type\":\"subscribe\",\"channel\":\"quotes\"}]")))
                .hasMessageContaining("symbols is missing");
        assertThatThrownBy(() -> JSON.decodeClientFrame(
                        bytes("[{\"type\":\"setAlert\",\"symbol\":\"A\",\"condition\":\"above\",\"price\":1e99}]")))
                .hasMessage("a plain decimal of at most 18 places expected at [0].price");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"epoch\":\"2026-01-01\",\"seq\":1", "\"epoch\":\"\",\"seq\":1", "\"epoch\":\"e\",\"seq\":-1"})
    void a_welcome_from_which_no_position_can_be_made_is_refused(String place) {
        assertThatThrownBy(() -> JSON.decodeServerFrame(bytes("[{\"type\":\"welcome\",\"protocol\":1,\"server\":\"s\","
                        + place + ",\"session\":\"x\",\"heartbeatMillis\":5000,\"time\":2,\"simulated\":false}]")))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageMatching("(epoch|seq) is .* at \\[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "snapshot", "trade", "bar", "status", "welcome", "notification", "gap", "error"})
    void a_server_message_without_what_it_must_say_is_refused(String type) {
        assertThatThrownBy(() -> JSON.decodeServerFrame(bytes("[{\"type\":\"" + type + "\"}]")))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"alertSet\",\"alert\":{\"id\":\"a\",\"condition\":\"crossesAbove\",\"price\":1}}",
                "{\"type\":\"alerts\",\"alerts\":[{\"symbol\":\"A\",\"condition\":\"crossesAbove\",\"price\":1}]}",
                "{\"type\":\"subscribed\",\"channel\":\"quotes\",\"rejected\":[{\"symbol\":\"NOPE\"}]}",
            })
    void what_a_server_message_holds_must_be_whole_too(String message) {
        assertThatThrownBy(() -> JSON.decodeServerFrame(bytes("[" + message + "]")))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessageContaining("is missing");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_price_that_is_no_number_is_refused_where_the_encoding_has_a_word_for_it(double price) {
        byte[] frame = CBORMapper.shared()
                .writeValueAsBytes(
                        Map.of("type", "setAlert", "symbol", "A", "condition", "crossesAbove", "price", price));
        assertThatThrownBy(() -> FrameCodec.of(Encoding.CBOR).decodeClientFrame(frame))
                .isInstanceOf(MalformedFrameException.class);
    }

    @Test
    void nesting_without_end_is_refused() {
        String deep = "[".repeat(100_000);
        assertThatThrownBy(() -> JSON.decodeClientFrame(bytes("[{\"type\":\"ping\",\"x\":" + deep)))
                .isInstanceOf(MalformedFrameException.class);
    }

    @Provide
    Arbitrary<List<ServerMessage>> serverFrames() {
        return Messages.server().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<ClientMessage>> clientFrames() {
        return Messages.client().list().ofMaxSize(5);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
