package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.calendar.Phase;
import dev.liveticker.server.market.calendar.Stretch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * An instrument that is bought and sold: its book follows its fair price, trades execute against the book, and a price
 * that runs away halts it.
 */
final class TradedTicker implements Ticker {

    /** How much likelier the side is that the fair price calls for, per spread that it is away from the middle. */
    private static final double LEANING = 0.35;

    private final Symbol symbol;
    private final boolean halts;
    private final PriceGrid prices;
    private final SizeGrid sizes;
    private final RandomGenerator random;
    private final Session session;
    private final FairPrice fair;
    private final OrderBookTop book;
    private final TradeArrivals arrivals;
    private final PriceBand band;
    private Phase phase;
    private boolean reopening;
    private long haltedUntil;
    private long lastTradeId;

    TradedTicker(Seed seed, Opening opening, BigDecimal tradeSize, Factors factors) {
        Listing listing = opening.listing();
        this.symbol = listing.symbol();
        this.halts = listing.instrument().kind() == AssetClass.STOCK;
        this.prices = PriceGrid.of(listing.instrument().tickSize());
        this.sizes = SizeGrid.of(listing.instrument().kind(), tradeSize);
        this.random = seed.stream(symbol.text() + "/live");
        this.session = opening.session();
        this.fair = new FairPrice(seed, listing, opening.hours(), session.last(), factors, random);
        this.book = new OrderBookTop(
                listing.dailyVolatility() / Math.sqrt(opening.hours().secondsADay()),
                listing.quotesPerSecond(),
                TickTable.of(listing.instrument()),
                sizes,
                session.last(),
                fair.excitement(),
                random);
        this.arrivals = new TradeArrivals(listing.quotesPerSecond());
        this.band = new PriceBand(listing.instrument().tickSize());
        this.phase = opening.stretch().phase();
        this.reopening = true;
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
                        price(session.open()),
                        price(session.high()),
                        price(session.low()),
                        price(session.previousClose()),
                        phase.trading() ? TradingStatus.OPEN : TradingStatus.CLOSED));
    }

    @Override
    public void act(long active, long time, List<? super MarketEvent> events) {
        double ticks = fair.at(active, random);
        if (time < haltedUntil) {
            return;
        }
        if (reopening) {
            reopen(ticks, time, events);
            return;
        }
        if (halts && band.broken(ticks, time)) {
            halt(ticks, time, events);
            return;
        }
        boolean traded = arrivals.next(active, fair.liveliness(), random);
        if (traded) {
            events.add(trade(ticks, time));
        }
        boolean moved = book.follow(ticks, fair.excitement(), random);
        if (traded || moved) {
            events.add(quote(time));
            session.told();
        }
    }

    /** The first prices after a halt or a night: the book is made anew before anyone trades against it. */
    private void reopen(double ticks, long time, List<? super MarketEvent> events) {
        if (haltedUntil > 0) {
            haltedUntil = 0;
            events.add(new Status(symbol, 0, TradingStatus.OPEN, "trading goes on after a halt"));
        }
        reopening = false;
        band.restart(ticks, session.previousClose(), time);
        if (book.follow(ticks, fair.excitement(), random)) {
            events.add(quote(time));
            session.told();
        }
    }

    private void halt(double ticks, long time, List<? super MarketEvent> events) {
        haltedUntil = time + PriceBand.PAUSE;
        reopening = true;
        String direction = ticks > session.last() ? "up" : "down";
        String reason =
                String.format(Locale.ROOT, "limit %s: more than %.0f %% in 5 minutes", direction, 100 * band.width());
        events.add(new Status(symbol, 0, TradingStatus.HALTED, reason));
    }

    @Override
    public void enter(Stretch stretch, boolean newDay, long time, List<? super MarketEvent> events) {
        boolean traded = phase.trading();
        boolean regular = phase != Phase.REGULAR && stretch.phase() == Phase.REGULAR;
        boolean changed = phase != stretch.phase();
        phase = stretch.phase();
        if (!phase.trading()) {
            if (traded) {
                haltedUntil = 0;
                reopening = true;
                events.add(new Status(symbol, 0, TradingStatus.CLOSED, stretch.reason()));
            }
            return;
        }
        if (newDay) {
            session.begin();
        } else if (regular) {
            session.beginRegular();
        }
        if (!traded) {
            fair.sleep(random);
        }
        if (changed && haltedUntil == 0) {
            events.add(new Status(symbol, 0, TradingStatus.OPEN, stretch.reason()));
        }
        if (newDay && haltedUntil == 0) {
            events.add(quote(time));
            session.told();
        }
    }

    @Override
    public double liveliness() {
        return fair.liveliness();
    }

    private Trade trade(double fairTicks, long time) {
        double lean = LEANING * Math.clamp(book.pressure(fairTicks), -1.0, 1.0);
        Side side = random.nextDouble() < 0.5 + lean ? Side.BUY : Side.SELL;
        long price = side == Side.BUY ? book.ask() : book.bid();
        long lots = book.take(side, sizes.draw(1, random));
        session.trade(price, lots);
        band.trade(price, time);
        lastTradeId++;
        return new Trade(symbol, 0, lastTradeId, price(price), sizes.size(lots), side, time);
    }

    /** The present prices, and what of the session is news. */
    private Quote quote(long time) {
        return new Quote(
                symbol,
                0,
                time,
                price(book.bid()),
                sizes.size(book.bidLots()),
                price(book.ask()),
                sizes.size(book.askLots()),
                price(session.last()),
                sizes.size(session.lastLots()),
                sizes.size(session.lots()),
                session.opened() ? price(session.open()) : null,
                session.rose() ? price(session.high()) : null,
                session.fell() ? price(session.low()) : null,
                session.began() ? price(session.previousClose()) : null,
                null);
    }

    private BigDecimal price(long ticks) {
        return prices.price(ticks);
    }
}
