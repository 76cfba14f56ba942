package dev.liveticker.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Reads prices and sizes: plain decimals only, so that neither an exponent that unfolds to a billion digits nor text
 * that looks like a number gets in.
 */
final class DecimalReader extends StdDeserializer<BigDecimal> {

    private static final int MAX_PRECISION = 36;
    private static final int MAX_SCALE = 18;
    private static final String EXPECTED = "a plain decimal of at most " + MAX_SCALE + " places expected";

    DecimalReader() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            return (BigDecimal) context.handleUnexpectedToken(getValueType(context), parser);
        }
        BigDecimal value = parser.getDecimalValue();
        if (value.scale() < 0 || value.scale() > MAX_SCALE || value.precision() > MAX_PRECISION) {
            throw ValueInstantiationException.from(
                    parser, EXPECTED, context.constructType(BigDecimal.class), new IllegalArgumentException(EXPECTED));
        }
        return value;
    }
}
