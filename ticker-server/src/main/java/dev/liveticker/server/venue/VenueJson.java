package dev.liveticker.server.venue;

import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON of a venue, which is not to be trusted: shallow, with short numbers and exact decimals. */
public final class VenueJson {

    private static final int MAX_NESTING = 16;
    private static final int MAX_STRING = 64 * 1024;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_SHOWN = 120;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private VenueJson() {}

    /** @throws JacksonException if it is no JSON, or goes beyond the limits */
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** A new object, whose {@code toString} is its JSON. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** What a field says; empty if it is not there or is no text. */
    public static String text(JsonNode message, String field) {
        return message.path(field).stringValue("");
    }

    /** What a field says; empty if it is not there or is no whole number. */
    public static OptionalLong whole(JsonNode message, String field) {
        return whole(message.path(field));
    }

    /** The number; empty if it is none that is whole and fits. */
    public static OptionalLong whole(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToLong()
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }

    /** What a venue wrote for people, made fit for one line of a log. */
    public static String quoted(String text) {
        String cut = text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
        return cut.replaceAll("[^\\x20-\\x7E]", "?").strip();
    }
}
