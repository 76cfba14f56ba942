package dev.liveticker.server.recording.csv;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is published of one symbol: each trade, and after it a quote of what is known by then. There is no bid and no
 * ask, since nobody said what they were. A session is a day in UTC. Where the file does not say who crossed the spread,
 * the tick rule does (Lee and Ready 1991, section II): the buyer if the price is above the last that differed, the
 * seller if below; the first is taken for a buyer's.
 */
final class SymbolTape {

    /** History counts in 63 bits of the finest decimal. */
    private static final int MOST_BITS = 62;

    private final Symbol symbol;
    private final int decimals;
    private long trades;
    private long day = Long.MIN_VALUE;
    private Side side = Side.BUY;
    private @Nullable BigDecimal last;
    private @Nullable BigDecimal high;
    private @Nullable BigDecimal low;
    private BigDecimal volume = BigDecimal.ZERO;

    /** @param decimals that its prices are written with */
    SymbolTape(Symbol symbol, int decimals) {
        this.symbol = symbol;
        this.decimals = decimals;
    }

    /** Its quote before the first trade: that it trades, and no price. */
    Quote opening(long time) {
        return quote(time, null, null, null, null, null, TradingStatus.OPEN);
    }

    /**
     * Adds what a trade is published as.
     *
     * @param events takes it
     * @throws MalformedCsvException if the price is too large to be counted with so many decimals
     */
    void add(SeenTrade seen, List<MarketEvent> events) throws MalformedCsvException {
        BigDecimal price = seen.price().setScale(decimals);
        if (price.unscaledValue().bitLength() > MOST_BITS) {
            throw seen.source().fault("symbol", "a price of it is too large for its " + decimals + " decimals");
        }
        Side crossed = seen.side() == null ? byTickRule(price) : seen.side();
        side = crossed;
        trades++;
        events.add(new Trade(symbol, 0, trades, price, seen.size(), crossed, seen.time()));
        events.add(quote(price, seen));
    }

    private Side byTickRule(BigDecimal price) {
        int step = last == null ? 0 : price.compareTo(last);
        return step > 0 ? Side.BUY : step < 0 ? Side.SELL : side;
    }

    private Quote quote(BigDecimal price, SeenTrade seen) {
        long today = Interval.ONE_DAY.startOf(seen.time());
        BigDecimal previousClose = null;
        BigDecimal open = null;
        boolean rose = high == null || price.compareTo(high) > 0;
        boolean fell = low == null || price.compareTo(low) < 0;
        if (today != day) {
            day = today;
            previousClose = last;
            open = price;
            rose = true;
            fell = true;
            volume = BigDecimal.ZERO;
        }
        high = rose ? price : high;
        low = fell ? price : low;
        last = price;
        volume = volume.add(seen.size());
        return quote(seen.time(), seen.size(), open, rose ? price : null, fell ? price : null, previousClose, null);
    }

    private Quote quote(
            long time,
            @Nullable BigDecimal size,
            @Nullable BigDecimal open,
            @Nullable BigDecimal newHigh,
            @Nullable BigDecimal newLow,
            @Nullable BigDecimal previousClose,
            @Nullable TradingStatus status) {
        return new Quote(
                symbol,
                0,
                time,
                null,
                null,
                null,
                null,
                last,
                size,
                size == null ? null : volume,
                open,
                newHigh,
                newLow,
                previousClose,
                status);
    }
}
