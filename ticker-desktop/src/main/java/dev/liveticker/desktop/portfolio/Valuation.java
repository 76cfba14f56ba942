package dev.liveticker.desktop.portfolio;

import dev.liveticker.message.Quote;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a position is worth at a quote, in the instrument's currency.
 *
 * @param price of the last trade
 * @param value quantity × price; less than zero if short
 * @param unrealised value less cost
 * @param day what the worth changed by since the previous close; absent where there is none
 */
record Valuation(
        BigDecimal price,
        BigDecimal value,
        BigDecimal unrealised,
        @Nullable BigDecimal day) {

    /** @param session the date that a transaction of the quote's trading day has */
    static Optional<Valuation> of(Position position, Quote quote, LocalDate session) {
        BigDecimal price = quote.last();
        if (price == null || !position.isOpen()) {
            return Optional.empty();
        }
        BigDecimal value = position.quantity().multiply(price);
        BigDecimal close = quote.previousClose();
        return Optional.of(new Valuation(
                price,
                value,
                value.subtract(position.holding().cost()),
                close == null || close.signum() == 0 ? null : position.dayChange(price, close, session)));
    }

    /** A gain in per cent of a cost; absent where the cost is nothing. */
    static @Nullable BigDecimal percent(BigDecimal gain, BigDecimal cost) {
        return cost.signum() == 0 ? null : gain.movePointRight(2).divide(cost.abs(), Holding.PRECISION);
    }
}
