package dev.liveticker.server.venue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.liveticker.fuzz.Claim;
import dev.liveticker.fuzz.Target;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a venue says: JSON or not, and each value in it a number of bounded length, a time or a line, or none. */
public final class VenueMessageTarget implements Target {

    @Override
    public void take(byte[] input) {
        JsonNode message;
        try {
            message = VenueJson.read(new String(input, UTF_8));
        } catch (JacksonException e) {
            return;
        }
        look(message);
    }

    private static void look(JsonNode node) {
        BigDecimal value = Figure.of(node).value();
        if (value != null) {
            Claim.that(
                    value.scale() >= 0
                            && value.scale() <= Figure.MAX_DECIMALS
                            && value.precision() - value.scale() <= Figure.MAX_WHOLE_DIGITS,
                    () -> "a figure without measure: " + value);
        }
        VenueTime.micros(node);
        VenueTime.ofMillis(node);
        VenueTime.ofSeconds(node);
        String quoted = VenueJson.quoted(node.stringValue(""));
        Claim.that(quoted.chars().noneMatch(Character::isISOControl), () -> "no line: " + quoted);
        node.forEach(VenueMessageTarget::look);
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                        "{\"type\":\"match\",\"trade_id\":7,\"price\":\"60123.45\",\"size\":\"0.0012\",\"side\":\"buy\","
                                + "\"product_id\":\"BTC-USD\",\"time\":\"2026-03-06T14:30:00.123456Z\"}",
                        "{\"channel\":\"ticker\",\"data\":[{\"symbol\":\"BTC/USD\",\"bid\":60123.4,\"ask\":1e3}]}",
                        "[{\"T\":\"t\",\"S\":\"AAPL\",\"p\":189.25,\"s\":100,\"t\":\"2026-03-06T14:30:00Z\"}]",
                        "{\"type\":\"trade\",\"data\":[{\"s\":\"AAPL\",\"p\":189.25,\"t\":1772807400123,\"v\":0}]}")
                .stream()
                .map(text -> text.getBytes(UTF_8))
                .toList();
    }
}
