package dev.liveticker.server.transport.alpaca;

import dev.liveticker.codec.FrameCodec;
import dev.liveticker.model.MicroTime;
import dev.liveticker.server.transport.websocket.Opcode;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** JSON, with times in RFC 3339. */
final class JsonTongue implements Tongue {

    @Override
    public byte[] message(Consumer<Fields> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(160);
        try (JsonGenerator json = FrameCodec.jsonMapper().createGenerator(out)) {
            json.writeStartObject();
            fields.accept(new Writer(json));
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    @Override
    public int joints(int messages) {
        return messages + 1;
    }

    @Override
    public void join(List<byte[]> messages, ByteBuffer target) {
        byte before = '[';
        for (byte[] message : messages) {
            target.put(before).put(message);
            before = ',';
        }
        target.put((byte) ']');
    }

    @Override
    public AlpacaRequest read(byte[] payload) throws MalformedRequestException {
        JsonNode request;
        try {
            request = FrameCodec.jsonMapper().readTree(payload);
        } catch (JacksonException e) {
            throw new MalformedRequestException("not well-formed");
        }
        if (!request.isObject()) {
            throw new MalformedRequestException("an object expected");
        }
        Requests fields = new Requests();
        for (Map.Entry<String, JsonNode> field : request.properties()) {
            JsonNode value = field.getValue();
            if (value.isString()) {
                fields.text(field.getKey(), value.stringValue(""));
            } else if (value.isArray()) {
                if (!value.valueStream().allMatch(JsonNode::isString)) {
                    throw new MalformedRequestException("a list of symbols expected");
                }
                fields.list(
                        field.getKey(),
                        value.valueStream().map(each -> each.stringValue("")).toList());
            }
        }
        return fields.request();
    }

    @Override
    public int opcode() {
        return Opcode.TEXT;
    }

    private record Writer(JsonGenerator json) implements Fields {

        @Override
        public void text(String name, String value) {
            json.writeStringProperty(name, value);
        }

        @Override
        public void whole(String name, long value) {
            json.writeNumberProperty(name, value);
        }

        @Override
        public void price(String name, BigDecimal value) {
            json.writeNumberProperty(name, value);
        }

        @Override
        public void size(String name, BigDecimal value) {
            json.writeNumberProperty(name, value.stripTrailingZeros());
        }

        @Override
        public void time(String name, long micros) {
            json.writeStringProperty(name, MicroTime.instant(micros).toString());
        }

        @Override
        public void list(String name, List<String> values) {
            json.writeArrayPropertyStart(name);
            values.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
