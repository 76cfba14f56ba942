package dev.liveticker.server.venue;

import dev.liveticker.message.Quote;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How one symbol stands, as far as it is believed. Written by the market's thread; {@link #whole} may be read by any.
 */
final class SymbolPicture {

    final Symbol symbol;
    final PriceBand band = new PriceBand();

    @Nullable
    BigDecimal bid;

    @Nullable
    BigDecimal bidSize;

    @Nullable
    BigDecimal ask;

    @Nullable
    BigDecimal askSize;

    @Nullable
    BigDecimal last;

    @Nullable
    BigDecimal lastSize;

    @Nullable
    BigDecimal volume;

    @Nullable
    BigDecimal open;

    @Nullable
    BigDecimal high;

    @Nullable
    BigDecimal low;

    @Nullable
    BigDecimal previousClose;

    /** What the venue says; whether it is reached is another matter. */
    TradingStatus venueStatus = TradingStatus.OPEN;

    @Nullable
    String venueReason;

    /** As told to who listens. */
    TradingStatus status = TradingStatus.OPEN;

    /** Whether a trade came on the present connection, so that summaries tell nothing newer. */
    boolean traded;

    private long time;
    private long trades;
    private Side lastSide = Side.BUY;
    private volatile Quote whole;

    /** The whole as it was last handed on; absent before. */
    private @Nullable Quote told;

    SymbolPicture(Symbol symbol, long now) {
        this.symbol = symbol;
        this.time = now;
        this.whole = snapshot();
    }

    /** All that is known, session fields included. */
    Quote whole() {
        return whole;
    }

    /** A first time replaces the one the picture was made at; after that time never goes back. */
    void at(long newTime) {
        boolean empty = last == null && bid == null && ask == null;
        time = empty ? newTime : Math.max(time, newTime);
    }

    void renew() {
        whole = snapshot();
    }

    /** The market's own number of the next trade. */
    long nextTrade() {
        return ++trades;
    }

    /**
     * Who crossed the spread, where the venue does not say: who paid the ask or took the bid; between them, the buyer
     * if the price rose, the seller if it fell, and the same as before if it did neither (Lee and Ready 1991,
     * "Inferring Trade Direction from Intraday Data", Journal of Finance 46).
     */
    Side side(BigDecimal price) {
        if (ask != null && price.compareTo(ask) >= 0) {
            lastSide = Side.BUY;
        } else if (bid != null && price.compareTo(bid) <= 0) {
            lastSide = Side.SELL;
        } else if (last != null && price.compareTo(last) != 0) {
            lastSide = price.compareTo(last) > 0 ? Side.BUY : Side.SELL;
        }
        return lastSide;
    }

    /** What to hand on: prices, and of the session what changed since the last; absent if nothing did. */
    @Nullable
    Quote news() {
        Quote now = whole;
        Quote before = told;
        told = now;
        if (before == null) {
            return now;
        }
        Quote news = new Quote(
                symbol,
                0,
                now.time(),
                now.bid(),
                now.bidSize(),
                now.ask(),
                now.askSize(),
                now.last(),
                now.lastSize(),
                now.volume(),
                changed(before.open(), now.open()),
                changed(before.high(), now.high()),
                changed(before.low(), now.low()),
                changed(before.previousClose(), now.previousClose()),
                now.status() == before.status() ? null : now.status());
        boolean same = same(now.bid(), before.bid())
                && same(now.bidSize(), before.bidSize())
                && same(now.ask(), before.ask())
                && same(now.askSize(), before.askSize())
                && same(now.last(), before.last())
                && same(now.lastSize(), before.lastSize())
                && same(now.volume(), before.volume());
        return same && !news.hasSessionFields() ? null : news;
    }

    private Quote snapshot() {
        return new Quote(
                symbol,
                0,
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

    private static @Nullable BigDecimal changed(@Nullable BigDecimal before, @Nullable BigDecimal now) {
        return same(before, now) ? null : now;
    }

    private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null ? b == null : b != null && a.compareTo(b) == 0;
    }
}
