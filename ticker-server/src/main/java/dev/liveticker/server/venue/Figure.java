package dev.liveticker.server.venue;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A number as a venue gave it: absent, or a decimal of at most {@value #MAX_WHOLE_DIGITS} digits before the point and
 * {@value #MAX_DECIMALS} after it, or not fit to be used. Venues write them as JSON numbers or as text.
 *
 * @param value what it says; absent where the venue said nothing, or nothing usable
 * @param fault why it is not usable; absent where it is, and where nothing was said
 */
public record Figure(@Nullable BigDecimal value, @Nullable Rejection fault) {

    static final int MAX_WHOLE_DIGITS = 15;
    static final int MAX_DECIMALS = 12;

    public static final Figure ABSENT = new Figure(null, null);

    /** No exponent in text: no venue writes one there. */
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

    /** What a field says; a missing one and a {@code null} are absent. */
    public static Figure of(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return ABSENT;
        }
        if (node.isNumber()) {
            return of(node.decimalValue());
        }
        return node.isString() && DECIMAL.matcher(node.stringValue()).matches()
                ? of(new BigDecimal(node.stringValue()))
                : unusable(Rejection.NOT_A_NUMBER);
    }

    /** The same, where the venue says 0 for what there is not, as for a bid when nobody buys. */
    public static Figure unlessZero(JsonNode node) {
        Figure figure = of(node);
        return figure.value != null && figure.value.signum() == 0 ? ABSENT : figure;
    }

    static Figure of(BigDecimal given) {
        if ((long) given.precision() - given.scale() > MAX_WHOLE_DIGITS) {
            return unusable(given.signum() == 0 ? Rejection.NOT_POSITIVE : Rejection.TOO_LARGE);
        }
        BigDecimal value = given.scale() > MAX_DECIMALS ? given.stripTrailingZeros() : given;
        if (value.scale() > MAX_DECIMALS) {
            return unusable(Rejection.TOO_FINE);
        }
        return new Figure(value.scale() < 0 ? value.setScale(0) : value, null);
    }

    private static Figure unusable(Rejection fault) {
        return new Figure(null, fault);
    }
}
