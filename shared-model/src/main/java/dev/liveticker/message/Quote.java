package dev.liveticker.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The newest prices of a symbol. Bid, ask, last and their sizes always state the whole: an absent one does not exist
 * (an index has no bid). Open, high, low, previous close and status are present only when they changed.
 *
 * @param time when it was quoted, microseconds since the Unix epoch, UTC
 * @param last price of the last trade
 * @param volume size traded since the session began
 */
public record Quote(
        Symbol symbol,
        @JsonInclude(Include.NON_DEFAULT) long seq,
        long time,
        @Nullable BigDecimal bid,
        @Nullable BigDecimal bidSize,
        @Nullable BigDecimal ask,
        @Nullable BigDecimal askSize,
        @Nullable BigDecimal last,
        @Nullable BigDecimal lastSize,
        @Nullable BigDecimal volume,
        @Nullable BigDecimal open,
        @Nullable BigDecimal high,
        @Nullable BigDecimal low,
        @Nullable BigDecimal previousClose,
        @Nullable TradingStatus status)
        implements MarketEvent {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Quote {
        Required.field(symbol, "symbol");
    }

    @Override
    public Quote numbered(long newSeq) {
        return new Quote(
                symbol,
                newSeq,
                time,
                bid,
                bidSize,
                ask,
                askSize,
                last,
                lastSize,
                volume,
                open,
                high,
                low,
                previousClose,
                status);
    }

    /** This quote completed by what an earlier one of the same symbol said of the session. */
    public Quote over(Quote earlier) {
        return over(earlier, seq);
    }

    /** The same under another number, in one step: a hub does that with every quote. */
    public Quote over(Quote earlier, long newSeq) {
        return new Quote(
                symbol,
                newSeq,
                time,
                bid,
                bidSize,
                ask,
                askSize,
                last,
                lastSize,
                volume,
                open != null ? open : earlier.open,
                high != null ? high : earlier.high,
                low != null ? low : earlier.low,
                previousClose != null ? previousClose : earlier.previousClose,
                status != null ? status : earlier.status);
    }

    /** Whether it says something of the session besides prices. */
    public boolean hasSessionFields() {
        return open != null || high != null || low != null || previousClose != null || status != null;
    }

    /** The same prices without what it says of the session. */
    public Quote withoutSessionFields() {
        return new Quote(
                symbol, seq, time, bid, bidSize, ask, askSize, last, lastSize, volume, null, null, null, null, null);
    }

    /** What the last price is above the previous close; absent where one of them is, or the close is zero. */
    public @Nullable BigDecimal change() {
        return last == null || previousClose == null || previousClose.signum() == 0
                ? null
                : last.subtract(previousClose);
    }

    /** The {@link #change} in per cent of the previous close, rounded half up to 4 decimals; absent where that is. */
    public @Nullable BigDecimal changePercent() {
        BigDecimal change = change();
        return change == null || previousClose == null
                ? null
                : change.movePointRight(2).divide(previousClose, 4, RoundingMode.HALF_UP);
    }

    /** The same quote in another trading status. */
    public Quote withStatus(TradingStatus newStatus) {
        return new Quote(
                symbol,
                seq,
                time,
                bid,
                bidSize,
                ask,
                askSize,
                last,
                lastSize,
                volume,
                open,
                high,
                low,
                previousClose,
                newStatus);
    }
}
