package dev.liveticker.codec;

import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes prices and sizes as {@link DecimalReader} reads them: without a positive exponent, which CBOR could carry. */
final class DecimalWriter extends StdSerializer<BigDecimal> {

    DecimalWriter() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
        write(value, json);
    }

    static void write(BigDecimal value, JsonGenerator json) {
        json.writeNumber(value.scale() < 0 ? value.setScale(0) : value);
    }
}
