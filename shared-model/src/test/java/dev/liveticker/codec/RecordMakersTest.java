package dev.liveticker.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.message.Subscribed;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.deser.bean.BeanDeserializer;

class RecordMakersTest {

    static Set<Class<?>> made() {
        return RecordMakers.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("made")
    void each_is_made_of_its_components_in_their_order(Class<?> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] of = new Object[components.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = sample(components[i].getGenericType(), i + 1);
        }
        Object made = RecordMakers.ALL.get(type).apply(of);
        assertThat(made).isInstanceOf(type);
        for (int i = 0; i < of.length; i++) {
            assertThat(components[i].getAccessor().invoke(made))
                    .as(components[i].getName())
                    .isEqualTo(of[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_message_is_made_so_too(Encoding encoding) {
        ObjectMapper mapper = FrameCodec.of(encoding).mapper();
        Instrument instrument =
                (Instrument) RecordMakers.ALL.get(Instrument.class).apply(new Object[] {
                    Symbol.of("ABC"),
                    "A Company",
                    sample(Instrument.class.getRecordComponents()[2].getType(), 1),
                    "USD",
                    new BigDecimal("0.01"),
                    null
                });
        assertThat(mapper.readValue(mapper.writeValueAsBytes(instrument), Instrument.class))
                .isEqualTo(instrument);
    }

    @ParameterizedTest
    @MethodSource("made")
    void jackson_makes_none_of_them_itself(Class<?> type) {
        var context = FrameCodec.jsonMapper()._deserializationContext();
        var reader = (BeanDeserializer) context.findNonContextualValueDeserializer(context.constructType(type));
        assertThat(reader.getValueInstantiator().getClass().getEnclosingClass()).isEqualTo(RecordMakers.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_constructor_refuses_is_told_in_its_words(Encoding encoding) {
        byte[] frame = encoding == Encoding.JSON
                ? "[{\"type\":\"quote\",\"time\":1}]".getBytes(StandardCharsets.UTF_8)
                : new byte[] {
                    (byte) 0x81,
                    (byte) 0xa2,
                    0x64,
                    't',
                    'y',
                    'p',
                    'e',
                    0x65,
                    'q',
                    'u',
                    'o',
                    't',
                    'e',
                    0x64,
                    't',
                    'i',
                    'm',
                    'e',
                    0x01
                };
        assertThatThrownBy(() -> FrameCodec.of(encoding).decodeServerFrame(frame))
                .isInstanceOf(MalformedFrameException.class)
                .hasMessage("symbol is missing at [0]");
    }

    private static Object sample(Type type, int number) {
        if (type instanceof ParameterizedType list) {
            return List.of(sample(list.getActualTypeArguments()[0], number));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        return switch (plain.getSimpleName()) {
            case "Symbol" -> Symbol.of("S" + number);
            case "String" -> "text" + number;
            case "BigDecimal" -> BigDecimal.valueOf(number);
            case "long", "Long" -> (long) number;
            case "int" -> number;
            case "boolean" -> true;
            case "Double" -> (double) number;
            case "Rejection" -> new Subscribed.Rejection("S" + number, "unknown_symbol");
            default -> throw new AssertionError("no sample of " + type);
        };
    }
}
