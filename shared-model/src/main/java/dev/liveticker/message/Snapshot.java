package dev.liveticker.message;

import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a symbol as of its {@code seq}: first for a symbol, and again after a gap. Fields as in a quote.
 */
public record Snapshot(
        Symbol symbol,
        long seq,
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
        implements ServerMessage {

    /** @throws IllegalArgumentException if a field that must be there is missing */
    public Snapshot {
        Required.field(symbol, "symbol");
    }

    /** The snapshot that says what this quote does, which must know all of its session. */
    public static Snapshot of(Quote whole) {
        return new Snapshot(
                whole.symbol(),
                whole.seq(),
                whole.time(),
                whole.bid(),
                whole.bidSize(),
                whole.ask(),
                whole.askSize(),
                whole.last(),
                whole.lastSize(),
                whole.volume(),
                whole.open(),
                whole.high(),
                whole.low(),
                whole.previousClose(),
                whole.status());
    }

    /** The same as a quote that later ones can be laid {@link Quote#over over}. */
    public Quote quote() {
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
                status);
    }
}
