package dev.liveticker.server.recording.csv;

import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A trade that a row tells of.
 *
 * @param time microseconds since the Unix epoch
 * @param side absent if nobody says
 * @param source the row, for error messages
 */
record SeenTrade(
        long time,
        Symbol symbol,
        BigDecimal price,
        BigDecimal size,
        @Nullable Side side,
        CsvRow source) {

    static SeenTrade of(Row.TradeRow row) {
        return new SeenTrade(row.time(), row.symbol(), row.price(), row.size(), row.side(), row.source());
    }
}
