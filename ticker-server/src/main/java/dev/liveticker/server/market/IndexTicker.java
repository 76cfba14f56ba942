package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.util.List;
import java.util.random.RandomGenerator;

/** An index: a level that moves with the market, without bid, ask, size or trades. */
final class IndexTicker implements Ticker {

    private final Symbol symbol;
    private final PriceGrid prices;
    private final RandomGenerator random;
    private final Session session;
    private final FairPrice fair;

    IndexTicker(Seed seed, Listing listing, Factors factors) {
        this.symbol = listing.symbol();
        this.prices = PriceGrid.of(listing.instrument().tickSize());
        this.random = seed.stream(symbol.text() + "/live");
        this.session = new Session(new PastDay(seed, listing).summary());
        this.fair = new FairPrice(listing, session.last(), factors);
    }

    @Override
    public Quote whole(long time) {
        return new Quote(
                symbol,
                0,
                time,
                null,
                null,
                null,
                null,
                prices.price(session.last()),
                null,
                null,
                prices.price(session.open()),
                prices.price(session.high()),
                prices.price(session.low()),
                prices.price(session.previousClose()),
                TradingStatus.OPEN);
    }

    @Override
    public void act(long elapsed, long time, List<? super MarketEvent> events) {
        long level = Math.max(1, Math.round(fair.at(elapsed, random)));
        if (level == session.last()) {
            return;
        }
        session.price(level);
        events.add(new Quote(
                symbol,
                0,
                time,
                null,
                null,
                null,
                null,
                prices.price(level),
                null,
                null,
                null,
                session.rose() ? prices.price(session.high()) : null,
                session.fell() ? prices.price(session.low()) : null,
                null,
                null));
        session.told();
    }
}
