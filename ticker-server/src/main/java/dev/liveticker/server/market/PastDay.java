package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Interval;
import dev.liveticker.server.market.calendar.TradingHours;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What was before the simulation starts, minute by minute, of one instrument: a walk with the same law and factors as
 * the live one, made backwards from the price and the volatility that the instrument starts with. It is made anew
 * whenever asked for, always the same. Safe in any thread.
 */
final class PastDay {

    /** How far a price that trades round the clock moved from the previous close to the open, in days' moves. */
    private static final double OVERNIGHT = 0.25;

    /** One minute, in ticks and lots; {@code back} is how many minutes before the end it begins. */
    private record Minute(int back, long open, long high, long low, long close, long lots, int trades) {}

    /** What the day comes to, in ticks and lots; {@code lastLots} is the size of its last trade. */
    record Summary(long previousClose, long open, long high, long low, long close, long lots, long lastLots) {}

    private final Seed seed;
    private final Listing listing;
    private final TradingHours hours;
    private final long lastTicks;
    private final Past past;
    private final Exposure exposure;
    private final CommonVolatility common;
    private final List<Factor> factors;
    private final PriceGrid prices;
    private final TickTable table;

    /** @param lastTicks where it ends */
    PastDay(Seed seed, Listing listing, TradingHours hours, long lastTicks, Past past, Factors factors) {
        this.seed = seed;
        this.listing = listing;
        this.hours = hours;
        this.lastTicks = lastTicks;
        this.past = past;
        this.exposure = Exposure.of(listing);
        this.common = factors.common();
        this.factors = exposure.loadings().stream()
                .map(loading -> factors.named(loading.factor()))
                .toList();
        this.prices = PriceGrid.of(listing.instrument().tickSize());
        this.table = TickTable.of(listing.instrument());
    }

    /** The newest trading day in it, as days since the epoch. */
    long day() {
        return past.traded(hours).day();
    }

    /**
     * Its minutes, oldest first; one in which the market was closed has no bar.
     *
     * @param most how many, the newest
     */
    List<Bar> bars(int most) {
        Minute[] minutes = minutes();
        List<Bar> bars = new ArrayList<>(Math.min(most, minutes.length));
        for (int i = Math.max(0, minutes.length - most); i < minutes.length; i++) {
            Minute minute = minutes[i];
            bars.add(new Bar(
                    listing.symbol(),
                    0,
                    Interval.ONE_MINUTE,
                    past.end() - minute.back * Interval.ONE_MINUTE.micros(),
                    prices.price(minute.open),
                    prices.price(minute.high),
                    prices.price(minute.low),
                    prices.price(minute.close),
                    volume(minute.lots),
                    minute.trades,
                    true));
        }
        return bars;
    }

    /** What its newest trading day comes to. */
    Summary summary() {
        Past.Traded traded = past.traded(hours);
        Minute[] minutes = minutes();
        long open = minutes[traded.regular()].open;
        long high = open;
        long low = open;
        long lots = 0;
        for (int i = traded.session(); i < minutes.length; i++) {
            lots += minutes[i].lots;
            if (i >= traded.regular()) {
                high = Math.max(high, minutes[i].high);
                low = Math.min(low, minutes[i].low);
            }
        }
        RandomGenerator random = stream("night");
        long previousClose = traded.session() > 0 ? minutes[traded.session() - 1].close : previousClose(open, random);
        BigDecimal tradeSize = listing.tradeSize();
        AssetClass kind = listing.instrument().kind();
        return new Summary(
                previousClose,
                open,
                high,
                low,
                minutes[minutes.length - 1].close,
                lots,
                tradeSize == null ? 0 : SizeGrid.of(kind, tradeSize).draw(1, random));
    }

    /** A day of which nothing but its end is known. */
    Summary atEnd() {
        long close = table.nearest((double) lastTicks);
        return new Summary(close, close, close, close, close, 0, 0);
    }

    private long previousClose(long open, RandomGenerator random) {
        return switch (listing.instrument().kind()) {
            case CRYPTO, FX -> open;
            case STOCK, INDEX -> {
                double night = OVERNIGHT * listing.dailyVolatility() * random.nextGaussian();
                yield table.nearest(open * Growth.of(night));
            }
        };
    }

    private Minute[] minutes() {
        Past.Traded traded = past.traded(hours);
        Walk own = new Walk(
                exposure.ownWalk(listing, hours),
                hours.secondsADay(),
                stream("mood"),
                common.atStart(),
                stream("jumps"));
        RandomGenerator walking = stream("past");
        RandomGenerator trading = stream("minutes");
        Minute[] minutes = new Minute[traded.count()];
        double price = lastTicks;
        long active = 0;
        for (int i = traded.count() - 1; i >= 0; i--) {
            int back = traded.back(i);
            double close = price;
            active += traded.activity(i) * Past.MINUTE;
            double move = own.until(active, common.back(back - 1), walking) + shared(back, back - 1);
            price = Math.min(prices.most(), close * Growth.of(-move));
            minutes[i] = minute(back, price, close, traded.activity(i), own, trading);
            if (i > 0 && traded.back(i - 1) - 1 > back) {
                double night = exposure.ownNight(listing, hours) * walking.nextGaussian();
                double before = price * Growth.of(-night - shared(traded.back(i - 1) - 1, back));
                price = Math.min(prices.most(), before);
            }
        }
        return minutes;
    }

    /** How far the factors moved it from so many minutes before the end to so many. */
    private double shared(int from, int to) {
        double sum = 0;
        for (int i = 0; i < factors.size(); i++) {
            double moved = factors.get(i).movedSince(from) - factors.get(i).movedSince(to);
            sum += exposure.loadings().get(i).weight() * moved;
        }
        return sum * listing.dailyVolatility();
    }

    private Minute minute(int back, double from, double to, int activity, Walk own, RandomGenerator random) {
        long open = table.nearest(from);
        long close = table.nearest(to);
        double reach = from * own.excitement() * volatility(activity);
        long high =
                Math.max(Math.max(open, close), table.nearest(Math.max(from, to) + beyond(from, to, reach, random)));
        long low = Math.min(Math.min(open, close), table.nearest(Math.min(from, to) - beyond(from, to, reach, random)));
        BigDecimal tradeSize = listing.tradeSize();
        if (tradeSize == null) {
            return new Minute(back, open, high, low, close, 0, 0);
        }
        double mean = TradeArrivals.SHARE * listing.quotesPerSecond() * activity * own.liveliness() * 60 / 1_000;
        // Bursts make the count scatter more than a Poisson one would, by about 1 / (1 - 0.4).
        double scatter = Math.sqrt(mean) / 0.6 * random.nextGaussian();
        int trades = (int) Math.max(1, Math.round(mean + scatter));
        long lots = SizeGrid.of(listing.instrument().kind(), tradeSize).draw(trades, random);
        return new Minute(back, open, high, low, close, Math.max(trades, lots), trades);
    }

    /** Of a minute so busy. */
    private double volatility(int activity) {
        return listing.dailyVolatility() * Math.sqrt(60 * activity / 1_000.0 / hours.secondsADay());
    }

    /**
     * How far the price went beyond both ends of a minute: the extreme of a Brownian bridge, drawn by inverting its
     * distribution (Karatzas and Shreve 1991, 4.3.40).
     */
    private static double beyond(double open, double close, double reach, RandomGenerator random) {
        double gap = open - close;
        double extreme = Math.sqrt(gap * gap + 2 * reach * reach * random.nextExponential());
        return (extreme - Math.abs(gap)) / 2;
    }

    private BigDecimal volume(long lots) {
        BigDecimal tradeSize = listing.tradeSize();
        return tradeSize == null
                ? BigDecimal.ZERO
                : SizeGrid.of(listing.instrument().kind(), tradeSize).size(lots);
    }

    private RandomGenerator stream(String use) {
        return seed.stream(listing.symbol().text() + "/" + use);
    }
}
