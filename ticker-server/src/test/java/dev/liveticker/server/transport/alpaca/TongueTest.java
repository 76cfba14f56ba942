package dev.liveticker.server.transport.alpaca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;
import tools.jackson.databind.JsonNode;

class TongueTest {

    private static final Instant NOW = Instant.parse("2026-03-06T15:00:00.123456Z");
    private static final Symbol AAPL = Symbol.of("AAPL");

    private final Tongue json = new JsonTongue();
    private final Tongue packed = new MessagePackTongue();

    @Property
    void both_say_the_same(@ForAll("messages") ServerMessage message) throws Exception {
        byte[] text = new AlpacaMessages(json, () -> NOW).of(message);
        byte[] bytes = new AlpacaMessages(packed, () -> NOW).of(message);

        assertThat(text.length == 0).isEqualTo(bytes.length == 0);
        if (text.length > 0) {
            assertThat(fieldsOfPacked(bytes)).isEqualTo(fieldsOfJson(text));
        }
    }

    private static Map<String, String> fieldsOfJson(byte[] text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field :
                FrameCodec.jsonMapper().readTree(text).properties()) {
            JsonNode value = field.getValue();
            String shown = value.isNumber()
                    ? String.valueOf(value.doubleValue())
                    : field.getKey().equals("t")
                            ? Instant.parse(value.asString()).toString()
                            : value.isString() ? value.asString() : value.toString();
            fields.put(field.getKey(), shown);
        }
        return fields;
    }

    private static Map<String, String> fieldsOfPacked(byte[] bytes) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(bytes)) {
            for (Map.Entry<Value, Value> field : in.unpackValue().asMapValue().entrySet()) {
                Value value = field.getValue();
                String shown = value.isNumberValue()
                        ? String.valueOf(value.asNumberValue().toDouble())
                        : value.isTimestampValue()
                                ? value.asTimestampValue().toInstant().toString()
                                : value.isStringValue() ? value.asStringValue().asString() : value.toJson();
                fields.put(field.getKey().asStringValue().asString(), shown);
            }
            assertThat(in.hasNext()).isFalse();
        }
        return fields;
    }

    @Provide
    Arbitrary<ServerMessage> messages() {
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(4);
        Arbitrary<BigDecimal> sizes = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1L << 52).map(BigDecimal::valueOf),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.ZERO, new BigDecimal("1000"))
                        .ofScale(8));
        Arbitrary<Long> times = Arbitraries.longs().between(0, 4_000_000_000_000_000L);
        Arbitrary<ServerMessage> trades = Combinators.combine(
                        prices, sizes, times, Arbitraries.longs().greaterOrEqual(1))
                .as((price, size, time, id) -> new Trade(AAPL, 1, id, price, size, Side.BUY, time));
        Arbitrary<ServerMessage> quotes = Combinators.combine(
                        prices.injectNull(0.3), sizes, prices.injectNull(0.3), sizes, times)
                .as((bid, bidSize, ask, askSize, time) -> new Quote(
                        AAPL, 1, time, bid, bidSize, ask, askSize, null, null, null, null, null, null, null, null));
        Arbitrary<ServerMessage> bars = Combinators.combine(
                        Arbitraries.of(Interval.values()), prices, sizes, times, Arbitraries.of(true, false))
                .as((interval, price, size, time, closed) ->
                        new Bar(AAPL, 1, interval, time, price, price, price, price, size, 3, closed));
        Arbitrary<ServerMessage> statuses = Combinators.combine(
                        Arbitraries.of(TradingStatus.values()),
                        Arbitraries.strings()
                                .withCharRange(' ', '\u2000')
                                .ofMaxLength(20)
                                .injectNull(0.3))
                .as((status, reason) -> new Status(AAPL, 1, status, reason));
        return Arbitraries.oneOf(trades, quotes, bars, statuses);
    }

    @Property
    void a_request_is_the_same_in_both(
            @ForAll("channels") String channel,
            @ForAll @Size(max = 5) List<@AlphaChars @StringLength(max = 10) String> symbols,
            @ForAll boolean adds)
            throws Exception {
        String action = adds ? "subscribe" : "unsubscribe";
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("action", action);
        request.put("unknown", Map.of("a", 1));
        request.put(channel, symbols);
        AlpacaRequest read = json.read(FrameCodec.jsonMapper().writeValueAsBytes(request));
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(3);
            packer.packString("action").packString(action);
            packer.packString("unknown").packMapHeader(1).packString("a").packInt(1);
            packer.packString(channel).packArrayHeader(symbols.size());
            for (String symbol : symbols) {
                packer.packString(symbol);
            }
            assertThat(packed.read(packer.toByteArray())).isEqualTo(read);
        }
        if (channel.equals("news") && !symbols.isEmpty()) {
            assertThat(read).isInstanceOf(AlpacaRequest.Foreign.class);
        } else {
            assertThat(read).isInstanceOfSatisfying(AlpacaRequest.Change.class, change -> {
                assertThat(change.subscribe()).isEqualTo(adds);
                assertThat(change.symbols().values()).allMatch(symbols::equals);
            });
        }
    }

    @Provide
    Arbitrary<String> channels() {
        return Arbitraries.of("trades", "quotes", "bars", "updatedBars", "dailyBars", "statuses", "news");
    }

    @Test
    void a_packed_request_is_read_and_what_is_not_known_in_it_skipped() throws Exception {
        try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
            packer.packMapHeader(4);
            packer.packString("action").packString("auth");
            packer.packString("version").packMapHeader(1).packInt(1).packFloat(2.5f);
            packer.packString("key").packString("k");
            packer.packString("secret").packString("s");
            assertThat(packed.read(packer.toByteArray())).isEqualTo(new AlpacaRequest.Authenticate("k", "s"));
        }
    }

    @Property
    void whatever_comes_is_read_or_refused(@ForAll @Size(max = 80) byte[] noise) {
        for (Tongue tongue : List.of(json, packed)) {
            try {
                tongue.read(noise);
            } catch (MalformedRequestException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                fail("only MalformedRequestException may be thrown", e);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "C0", // nil
                "90", // an array
                "81A6616374696F6EDDFFFFFFFF", // an array longer than any
                "81A6616374696F6EDD7FFFFFFF", // an array of two thousand millions
                "DF7FFFFFFF", // a map of as many
                "81A6616374696F6EDB7FFFFFFF61", // a string of as many bytes
                "81DB7FFFFFFF", // a name of as many
                "81A6616374696F6EC67FFFFFFF" // bytes of as many
            })
    void what_announces_more_than_comes_costs_nothing(String hex) {
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> packed.read(HexFormat.of().parseHex(hex)));
    }

    @Test
    void deep_nesting_is_no_trouble() {
        byte[] deep = new byte[60_000];
        Arrays.fill(deep, (byte) 0x91);
        deep[0] = (byte) 0x81;
        deep[1] = (byte) 0xA1;
        deep[2] = 'a';
        assertThatExceptionOfType(MalformedRequestException.class).isThrownBy(() -> packed.read(deep));
        assertThatExceptionOfType(MalformedRequestException.class)
                .isThrownBy(() -> json.read("{\"a\":".repeat(5_000).getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 50)
    void however_many_are_joined_the_array_is_read_as_one(@ForAll @IntRange(min = 1, max = 70_000) int messages)
            throws Exception {
        for (Tongue tongue : List.of(json, packed)) {
            byte[] message = new AlpacaMessages(tongue, () -> NOW).success("x");
            List<byte[]> all = Collections.nCopies(messages, message);
            ByteBuffer target = ByteBuffer.allocate(messages * message.length + tongue.joints(messages));
            tongue.join(all, target);
            assertThat(count(tongue, Arrays.copyOf(target.array(), target.position())))
                    .isEqualTo(messages);
        }
    }

    private int count(Tongue tongue, byte[] joined) throws Exception {
        if (tongue == json) {
            return FrameCodec.jsonMapper().readTree(joined).size();
        }
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(joined)) {
            return in.unpackValue().asArrayValue().size();
        }
    }
}
