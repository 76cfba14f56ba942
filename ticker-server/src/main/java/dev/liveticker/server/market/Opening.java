package dev.liveticker.server.market;

import dev.liveticker.message.Quote;
import dev.liveticker.server.market.calendar.Stretch;
import dev.liveticker.server.market.calendar.TradingHours;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How an instrument stands when the simulation starts.
 *
 * @param stretch what its hours say of the moment
 */
record Opening(Listing listing, TradingHours hours, Stretch stretch, Session session) {

    /**
     * Where its price starts, in ticks: where an earlier run left it, else where the catalogue has it.
     *
     * @param left the newest quote an earlier run left
     */
    static long ticks(Listing listing, @Nullable Quote left) {
        PriceGrid prices = PriceGrid.of(listing.instrument().tickSize());
        BigDecimal price = left == null || left.last() == null ? listing.price() : left.last();
        return TickTable.of(listing.instrument()).nearest((double) prices.ticks(price));
    }

    /**
     * The present trading day goes on where an earlier run left it; if that run was on another day, or there was none,
     * the day so far is the one that is made up.
     */
    static Opening of(Listing listing, TradingHours hours, long time, PastDay past, @Nullable Quote left) {
        Stretch stretch = hours.at(time);
        boolean sameDay = left != null && hours.at(left.time()).day() == stretch.day();
        // To make the day up takes its time, and where all of it is known nothing of it would be looked at.
        PastDay.Summary summary = sameDay && isWhole(listing, left) ? past.atEnd() : past.summary();
        Session session = new Session(sameDay ? goneOn(summary, listing, left) : summary);
        if (!sameDay && stretch.phase().trading() && stretch.day() != past.day()) {
            session.begin();
        }
        return new Opening(listing, hours, stretch, session);
    }

    private static boolean isWhole(Listing listing, @Nullable Quote left) {
        return left != null
                && isPrice(left.previousClose())
                && isPrice(left.open())
                && isPrice(left.high())
                && isPrice(left.low())
                && (listing.tradeSize() == null || (left.volume() != null && left.lastSize() != null));
    }

    private static boolean isPrice(@Nullable BigDecimal price) {
        return price != null && price.signum() > 0;
    }

    private static PastDay.Summary goneOn(PastDay.Summary made, Listing listing, @Nullable Quote left) {
        if (left == null) {
            return made;
        }
        PriceGrid prices = PriceGrid.of(listing.instrument().tickSize());
        long close = made.close();
        long open = ticks(prices, left.open(), made.open());
        return new PastDay.Summary(
                ticks(prices, left.previousClose(), made.previousClose()),
                open,
                Math.max(close, ticks(prices, left.high(), made.high())),
                Math.min(close, ticks(prices, left.low(), made.low())),
                close,
                lots(listing, left.volume(), made.lots()),
                lots(listing, left.lastSize(), made.lastLots()));
    }

    private static long ticks(PriceGrid prices, @Nullable BigDecimal price, long otherwise) {
        return price == null || price.signum() <= 0 ? otherwise : Math.max(1, prices.ticks(price));
    }

    private static long lots(Listing listing, @Nullable BigDecimal size, long otherwise) {
        BigDecimal tradeSize = listing.tradeSize();
        if (tradeSize == null || size == null) {
            return otherwise;
        }
        return SizeGrid.of(listing.instrument().kind(), tradeSize).lots(size);
    }
}
