package dev.liveticker.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that is traded, or an index of such.
 *
 * @param name what people call it, such as {@code Apple Inc.}
 * @param kind stock, index, crypto or FX
 * @param currency ISO 4217 code of the currency its price is in
 * @param tickSize the smallest step of its price; positive
 * @param sector the business it is in; absent where that says nothing (FX, crypto, an index)
 */
public record Instrument(
        Symbol symbol,
        String name,
        AssetClass kind,
        String currency,
        BigDecimal tickSize,
        @Nullable String sector) {

    /**
     * @throws IllegalArgumentException if a field that must be there is missing, the tick size is not positive or the
     *     name is blank
     */
    public Instrument {
        if (symbol == null || name == null || kind == null || currency == null || tickSize == null) {
            throw new IllegalArgumentException("an instrument needs a symbol, name, kind, currency and tick size");
        }
        if (tickSize.signum() <= 0) {
            throw new IllegalArgumentException("tick size must be positive");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("an instrument needs a name");
        }
    }

    /** How many decimals a price of this instrument is shown with. */
    public int decimals() {
        return Math.max(0, tickSize.stripTrailingZeros().scale());
    }
}
