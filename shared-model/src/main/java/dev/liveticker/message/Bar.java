package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;

/**
 * Open, high, low, close and volume of one interval.
 *
 * @param start where the interval begins, microseconds since the Unix epoch, UTC
 * @param volume size traded in it
 * @param trades how many trades it holds
 * @param closed whether the interval is over, so that the bar will not change any more
 */
public record Bar(
        Symbol symbol,
        @JsonInclude(Include.NON_DEFAULT) long seq,
        Interval interval,
        long start,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        int trades,
        boolean closed)
        implements MarketEvent {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Bar {
        Required.field(symbol, "symbol");
        Required.field(interval, "interval");
        Required.field(open, "open");
        Required.field(high, "high");
        Required.field(low, "low");
        Required.field(close, "close");
        Required.field(volume, "volume");
    }

    @Override
    public Bar numbered(long newSeq) {
        return new Bar(symbol, newSeq, interval, start, open, high, low, close, volume, trades, closed);
    }
}
