package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.calendar.Phase;
import dev.liveticker.server.market.calendar.Stretch;
import java.util.List;
import java.util.random.RandomGenerator;

/** An index: a level that moves with the market, without bid, ask, size or trades. */
final class IndexTicker implements Ticker {

    private final Symbol symbol;
    private final PriceGrid prices;
    private final RandomGenerator random;
    private final Session session;
    private final FairPrice fair;
    private Phase phase;

    IndexTicker(Seed seed, Opening opening, Factors factors) {
        this.symbol = opening.listing().symbol();
        this.prices = PriceGrid.of(opening.listing().instrument().tickSize());
        this.random = seed.stream(symbol.text() + "/live");
        this.session = opening.session();
        this.fair = new FairPrice(seed, opening.listing(), opening.hours(), session.last(), factors, random);
        this.phase = opening.stretch().phase();
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
                phase.trading() ? TradingStatus.OPEN : TradingStatus.CLOSED);
    }

    @Override
    public void act(long active, long time, List<? super MarketEvent> events) {
        long level = Math.max(1, Math.round(fair.at(active, random)));
        if (level != session.last()) {
            session.price(level);
            events.add(quote(time));
        }
    }

    @Override
    public void enter(Stretch stretch, boolean newDay, long time, List<? super MarketEvent> events) {
        Phase before = phase;
        phase = stretch.phase();
        if (phase != before && phase.trading() != before.trading()) {
            TradingStatus status = phase.trading() ? TradingStatus.OPEN : TradingStatus.CLOSED;
            events.add(new Status(symbol, 0, status, stretch.reason()));
        }
        if (newDay) {
            session.begin();
            events.add(quote(time));
        } else if (before == Phase.PRE_MARKET && phase == Phase.REGULAR) {
            session.beginRegular();
        }
        if (phase.trading() && !before.trading()) {
            fair.sleep(random);
        }
    }

    @Override
    public double liveliness() {
        return fair.liveliness();
    }

    private Quote quote(long time) {
        Quote quote = new Quote(
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
                session.opened() ? prices.price(session.open()) : null,
                session.rose() ? prices.price(session.high()) : null,
                session.fell() ? prices.price(session.low()) : null,
                session.began() ? prices.price(session.previousClose()) : null,
                null);
        session.told();
        return quote;
    }
}
