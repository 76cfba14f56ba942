package dev.liveticker.desktop.chart;

import dev.liveticker.desktop.text.Numbers;
import java.math.BigDecimal;
import java.util.function.Supplier;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an indicator as the locale writes numbers. What is typed and is none, or could be another, leaves the
 * value as it was.
 */
final class ParameterText extends StringConverter<Double> {

    private final Supplier<Double> inForce;

    /** @param inForce the value before something was typed */
    ParameterText(Supplier<Double> inForce) {
        this.inForce = inForce;
    }

    @Override
    public String toString(@Nullable Double value) {
        return value == null ? "" : Numbers.editable(value);
    }

    @Override
    public Double fromString(@Nullable String typed) {
        return Numbers.parse(typed == null ? "" : typed)
                .map(BigDecimal::doubleValue)
                .orElseGet(inForce);
    }
}
