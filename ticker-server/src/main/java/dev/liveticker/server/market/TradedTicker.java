package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;

/** An instrument that is bought and sold: its book follows its fair price, and trades execute against the book. */
final class TradedTicker implements Ticker {

    /** How much likelier the side is that the fair price calls for, per spread that it is away from the middle. */
    private static final double LEANING = 0.35;

    private final Symbol symbol;
    private final PriceGrid prices;
    private final SizeGrid sizes;
    private final RandomGenerator random;
    private final Session session;
    private final FairPrice fair;
    private final OrderBookTop book;
    private final TradeArrivals arrivals;
    private long lastTradeId;

    TradedTicker(Seed seed, Listing listing, BigDecimal tradeSize, Factors factors) {
        this.symbol = listing.symbol();
        this.prices = PriceGrid.of(listing.instrument().tickSize());
        this.sizes = SizeGrid.of(listing.instrument().kind(), tradeSize);
        this.random = seed.stream(symbol.text() + "/live");
        this.session = new Session(new PastDay(seed, listing).summary());
        this.fair = new FairPrice(listing, session.last(), factors);
        this.book = new OrderBookTop(listing, sizes, session.last(), random);
        this.arrivals = new TradeArrivals(listing.quotesPerSecond());
    }

    @Override
    public Quote whole(long time) {
        return quote(time)
                .over(new Quote(
                        symbol,
                        0,
                        time,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        prices.price(session.open()),
                        prices.price(session.high()),
                        prices.price(session.low()),
                        prices.price(session.previousClose()),
                        TradingStatus.OPEN));
    }

    @Override
    public void act(long elapsed, long time, List<? super MarketEvent> events) {
        double ticks = fair.at(elapsed, random);
        boolean traded = arrivals.next(elapsed, random);
        if (traded) {
            events.add(trade(ticks, time));
        }
        boolean moved = book.follow(ticks, random);
        if (traded || moved) {
            events.add(quote(time));
            session.told();
        }
    }

    private Trade trade(double fairTicks, long time) {
        double lean = LEANING * Math.clamp(book.pressure(fairTicks), -1.0, 1.0);
        Side side = random.nextDouble() < 0.5 + lean ? Side.BUY : Side.SELL;
        long price = side == Side.BUY ? book.ask() : book.bid();
        long lots = book.take(side, sizes.draw(1, random));
        session.trade(price, lots);
        lastTradeId++;
        return new Trade(symbol, 0, lastTradeId, prices.price(price), sizes.size(lots), side, time);
    }

    /** The present prices, and what of the session is news. */
    private Quote quote(long time) {
        return new Quote(
                symbol,
                0,
                time,
                prices.price(book.bid()),
                sizes.size(book.bidLots()),
                prices.price(book.ask()),
                sizes.size(book.askLots()),
                prices.price(session.last()),
                sizes.size(session.lastLots()),
                sizes.size(session.lots()),
                null,
                session.rose() ? prices.price(session.high()) : null,
                session.fell() ? prices.price(session.low()) : null,
                null,
                null);
    }
}
