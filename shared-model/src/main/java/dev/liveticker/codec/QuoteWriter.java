package dev.liveticker.codec;

import dev.liveticker.message.Quote;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Writes quotes field by field. They are nearly all that a server writes, and looking each field up by reflection takes
 * twice as long.
 */
final class QuoteWriter extends StdSerializer<Quote> {

    private static final SerializedString TYPE = new SerializedString("type");
    private static final SerializedString SYMBOL = new SerializedString("symbol");
    private static final SerializedString SEQ = new SerializedString("seq");
    private static final SerializedString TIME = new SerializedString("time");
    private static final SerializedString BID = new SerializedString("bid");
    private static final SerializedString BID_SIZE = new SerializedString("bidSize");
    private static final SerializedString ASK = new SerializedString("ask");
    private static final SerializedString ASK_SIZE = new SerializedString("askSize");
    private static final SerializedString LAST = new SerializedString("last");
    private static final SerializedString LAST_SIZE = new SerializedString("lastSize");
    private static final SerializedString VOLUME = new SerializedString("volume");
    private static final SerializedString OPEN = new SerializedString("open");
    private static final SerializedString HIGH = new SerializedString("high");
    private static final SerializedString LOW = new SerializedString("low");
    private static final SerializedString PREVIOUS_CLOSE = new SerializedString("previousClose");
    private static final SerializedString STATUS = new SerializedString("status");

    QuoteWriter() {
        super(Quote.class);
    }

    @Override
    public void serialize(Quote quote, JsonGenerator json, SerializationContext context) {
        json.writeStartObject(quote);
        fields(quote, json, context);
        json.writeEndObject();
    }

    @Override
    public void serializeWithType(
            Quote quote, JsonGenerator json, SerializationContext context, TypeSerializer typeSerializer) {
        json.writeStartObject(quote);
        json.writeName(TYPE);
        json.writeString("quote");
        fields(quote, json, context);
        json.writeEndObject();
    }

    private static void fields(Quote quote, JsonGenerator json, SerializationContext context) {
        json.writeName(SYMBOL);
        json.writeString(quote.symbol().text());
        if (quote.seq() != 0) {
            json.writeName(SEQ);
            json.writeNumber(quote.seq());
        }
        json.writeName(TIME);
        json.writeNumber(quote.time());
        number(json, BID, quote.bid());
        number(json, BID_SIZE, quote.bidSize());
        number(json, ASK, quote.ask());
        number(json, ASK_SIZE, quote.askSize());
        number(json, LAST, quote.last());
        number(json, LAST_SIZE, quote.lastSize());
        number(json, VOLUME, quote.volume());
        number(json, OPEN, quote.open());
        number(json, HIGH, quote.high());
        number(json, LOW, quote.low());
        number(json, PREVIOUS_CLOSE, quote.previousClose());
        if (quote.status() != null) {
            json.writeName(STATUS);
            context.writeValue(json, quote.status());
        }
    }

    private static void number(JsonGenerator json, SerializedString name, @Nullable BigDecimal value) {
        if (value != null) {
            json.writeName(name);
            DecimalWriter.write(value, json);
        }
    }
}
