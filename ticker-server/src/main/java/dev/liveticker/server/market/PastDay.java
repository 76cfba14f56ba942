package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The day before the simulation starts, minute by minute, of one instrument: a walk with the same model and factors as
 * the live one, laid so that it ends at the price the instrument starts with. It is made anew whenever asked for,
 * always the same, and nothing of it is kept. Safe in any thread.
 */
final class PastDay {

    /** How many minutes it has. */
    static final int MINUTES = 1_440;

    private static final double SECONDS_A_MINUTE = 60;

    /** How far a price moves over the close of an exchange, in days' moves. */
    private static final double OVERNIGHT = 0.25;

    /** One minute, in ticks and lots. */
    private record Minute(long open, long high, long low, long close, long lots, int trades) {}

    /** What the day comes to, in ticks and lots; {@code lastLots} is the size of its last trade. */
    record Summary(long previousClose, long open, long high, long low, long close, long lots, long lastLots) {}

    private final Seed seed;
    private final Listing listing;
    private final Exposure exposure;
    private final PriceGrid prices;

    PastDay(Seed seed, Listing listing) {
        this.seed = seed;
        this.listing = listing;
        this.exposure = Exposure.of(listing);
        this.prices = PriceGrid.of(listing.instrument().tickSize());
    }

    /** @param end when it ends, microseconds since the Unix epoch: the start of a minute */
    List<Bar> bars(long end) {
        List<Bar> bars = new ArrayList<>(MINUTES);
        long start = end - MINUTES * Interval.ONE_MINUTE.micros();
        for (Minute minute : minutes()) {
            bars.add(new Bar(
                    listing.symbol(),
                    0,
                    Interval.ONE_MINUTE,
                    start,
                    prices.price(minute.open),
                    prices.price(minute.high),
                    prices.price(minute.low),
                    prices.price(minute.close),
                    volume(minute.lots),
                    minute.trades,
                    true));
            start += Interval.ONE_MINUTE.micros();
        }
        return bars;
    }

    Summary summary() {
        Minute[] minutes = minutes();
        long open = minutes[0].open;
        long high = open;
        long low = open;
        long lots = 0;
        for (Minute minute : minutes) {
            high = Math.max(high, minute.high);
            low = Math.min(low, minute.low);
            lots += minute.lots;
        }
        RandomGenerator random = stream("night");
        BigDecimal tradeSize = listing.tradeSize();
        return new Summary(
                previousClose(open, random),
                open,
                high,
                low,
                minutes[MINUTES - 1].close,
                lots,
                tradeSize == null
                        ? 0
                        : SizeGrid.of(listing.instrument().kind(), tradeSize).draw(1, random));
    }

    private long previousClose(long open, RandomGenerator random) {
        return switch (listing.instrument().kind()) {
            case CRYPTO, FX -> open;
            case STOCK, INDEX -> {
                double night = OVERNIGHT * listing.volatilityPerSecond() * Math.sqrt(MINUTES * SECONDS_A_MINUTE);
                yield Math.max(1, Math.round(open * StrictMath.exp(night * random.nextGaussian())));
            }
        };
    }

    private Minute[] minutes() {
        long[] closes = closes();
        RandomGenerator random = stream("minutes");
        double move = listing.volatilityPerSecond() * Math.sqrt(SECONDS_A_MINUTE);
        Minute[] minutes = new Minute[MINUTES];
        for (int i = 0; i < MINUTES; i++) {
            long open = closes[i];
            long close = closes[i + 1];
            double reach = open * move;
            long high = Math.max(open, close) + beyond(open, close, reach, random);
            long low = Math.max(1, Math.min(open, close) - beyond(open, close, reach, random));
            minutes[i] = traded(open, high, low, close, random);
        }
        return minutes;
    }

    /**
     * How far the price went beyond both ends of a minute: the extreme of a Brownian bridge, drawn by inverting its
     * distribution (Karatzas and Shreve 1991, 4.3.40).
     */
    private static long beyond(long open, long close, double reach, RandomGenerator random) {
        double gap = open - close;
        double extreme = Math.sqrt(gap * gap + 2 * reach * reach * random.nextExponential());
        return Math.round((extreme - Math.abs(gap)) / 2);
    }

    private Minute traded(long open, long high, long low, long close, RandomGenerator random) {
        BigDecimal tradeSize = listing.tradeSize();
        if (tradeSize == null) {
            return new Minute(open, high, low, close, 0, 0);
        }
        double mean = TradeArrivals.SHARE * listing.quotesPerSecond() * SECONDS_A_MINUTE;
        // Bursts make the count scatter more than a Poisson one would, by about 1 / (1 - 0.4).
        double scatter = Math.sqrt(mean) / 0.6 * random.nextGaussian();
        int trades = (int) Math.max(1, Math.round(mean + scatter));
        long lots = SizeGrid.of(listing.instrument().kind(), tradeSize).draw(trades, random);
        return new Minute(open, high, low, close, Math.max(trades, lots), trades);
    }

    /** Where each minute ends, in ticks, after where the day began: one more than there are minutes. */
    private long[] closes() {
        double[] returns = new double[MINUTES];
        ReturnModel model = ReturnModel.of(listing, exposure);
        RandomGenerator own = stream("past");
        for (int i = 0; i < MINUTES; i++) {
            returns[i] = model.next(SECONDS_A_MINUTE, own);
        }
        for (Exposure.Loading loading : exposure.loadings()) {
            RandomGenerator shared = seed.stream("past/" + loading.factor());
            double scale = loading.weight() * listing.volatilityPerSecond() * Math.sqrt(SECONDS_A_MINUTE);
            for (int i = 0; i < MINUTES; i++) {
                returns[i] += scale * shared.nextGaussian();
            }
        }
        long last = prices.ticks(listing.price());
        long[] closes = new long[MINUTES + 1];
        double ahead = 0;
        for (int i = MINUTES; i >= 0; i--) {
            closes[i] = Math.max(1, Math.round(last * StrictMath.exp(-ahead)));
            ahead += i == 0 ? 0 : returns[i - 1];
        }
        return closes;
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
