package dev.liveticker.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to be told of a price.
 *
 * @param id the user's own name for it
 * @param price the level, in the instrument's currency; absent where the condition is one of change
 * @param percent the change since the previous close, in percent; absent where the condition is one of price
 * @param repeat whether it fires at every crossing (at most once a minute) instead of once
 * @param note the user's own words; absent for none
 * @param active whether it waits for its condition; one that fired and does not repeat does not
 * @param firedTime when it last fired, microseconds since the Unix epoch, UTC; absent if it never did
 */
public record Alert(
        String id,
        Symbol symbol,
        AlertCondition condition,
        @Nullable BigDecimal price,
        @Nullable BigDecimal percent,
        boolean repeat,
        @Nullable String note,
        boolean active,
        @Nullable Long firedTime) {

    /** @throws IllegalArgumentException if a field that must be there is missing, as is the level of the condition */
    public Alert {
        if (id == null || symbol == null || condition == null) {
            throw new IllegalArgumentException("an alert needs an id, a symbol and a condition");
        }
        if ((condition.percent() ? percent : price) == null) {
            throw new IllegalArgumentException((condition.percent() ? "percent" : "price") + " is missing");
        }
    }

    /** The price or the percentage, as the condition wants it. */
    public BigDecimal level() {
        BigDecimal level = condition.percent() ? percent : price;
        if (level == null) {
            throw new IllegalStateException("the constructor saw to it");
        }
        return level;
    }

    /** The same alert after it fired. */
    public Alert fired(long time) {
        return new Alert(id, symbol, condition, price, percent, repeat, note, repeat, time);
    }
}
