package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;

/**
 * One trade; none is left out without a {@link Gap}.
 *
 * @param tradeId rises by one with each trade of the symbol
 * @param side who crossed the spread
 * @param time microseconds since the Unix epoch, UTC
 */
public record Trade(
        Symbol symbol,
        @JsonInclude(Include.NON_DEFAULT) long seq,
        long tradeId,
        BigDecimal price,
        BigDecimal size,
        Side side,
        long time)
        implements MarketEvent {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Trade {
        Required.field(symbol, "symbol");
        Required.field(price, "price");
        Required.field(size, "size");
        Required.field(side, "side");
    }

    @Override
    public Trade numbered(long newSeq) {
        return new Trade(symbol, newSeq, tradeId, price, size, side, time);
    }
}
