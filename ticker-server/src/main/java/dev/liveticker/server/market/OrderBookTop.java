package dev.liveticker.server.market;

import dev.liveticker.model.Side;
import java.util.random.RandomGenerator;

/**
 * The best bid and ask of an instrument, in ticks and lots: the bid is 1 tick or more and always below the ask, and
 * both are prices of its {@link TickTable}. It follows the fair price, but like a real book it stays where it is while
 * the fair price is within it.
 */
final class OrderBookTop {

    /**
     * Spread as a share of how far the price moves between two quotes: who offers to trade wants to be paid for being
     * picked off when the price moves (Glosten and Milgrom 1985), so it widens with present volatility.
     */
    private static final double SPREAD_PER_MOVE = 0.5;

    /** How often the spread changes, and by how much (standard deviation of its logarithm). */
    private static final double SPREAD_CHANGES = 0.15;

    private static final double SPREAD_SCATTER = 0.25;

    /** Average size at the best price, in average trades. */
    private static final double DEPTH = 3;

    private final double relativeSpread;
    private final TickTable table;
    private final SizeGrid sizes;
    private double wobble = 1;
    private long bid;
    private long bidLots;
    private long ask;
    private long askLots;

    /**
     * @param volatility of its logarithmic price in a second of average activity
     * @param quotesPerSecond in the same second
     */
    OrderBookTop(
            double volatility,
            double quotesPerSecond,
            TickTable table,
            SizeGrid sizes,
            double fair,
            double excitement,
            RandomGenerator random) {
        this.relativeSpread = SPREAD_PER_MOVE * volatility / Math.sqrt(quotesPerSecond);
        this.table = table;
        this.sizes = sizes;
        settle(fair, spread(fair, excitement), random);
    }

    long bid() {
        return bid;
    }

    long bidLots() {
        return bidLots;
    }

    long ask() {
        return ask;
    }

    long askLots() {
        return askLots;
    }

    /** How far the fair price is from the middle, in spreads: above 0 calls for buyers. */
    double pressure(double fair) {
        return (fair - (bid + ask) / 2.0) / (ask - bid);
    }

    /**
     * Executes a trade against the book.
     *
     * @return how much of it there was, in lots; 1 or more
     */
    long take(Side side, long lots) {
        return switch (side) {
            case BUY -> {
                long taken = Math.min(lots, askLots);
                askLots -= taken;
                yield taken;
            }
            case SELL -> {
                long taken = Math.min(lots, bidLots);
                bidLots -= taken;
                yield taken;
            }
        };
    }

    /**
     * Quotes anew around the fair price.
     *
     * @param excitement present volatility in relation to the usual one
     * @return whether anything in the book changed
     */
    boolean follow(double fair, double excitement, RandomGenerator random) {
        if (random.nextDouble() < SPREAD_CHANGES) {
            wobble = StrictMath.exp(SPREAD_SCATTER * random.nextGaussian());
        }
        long spread = spread(fair, excitement);
        double slack = 0.25 * table.tick(fair);
        boolean left = fair < bid - slack || fair > ask + slack;
        boolean exhausted = bidLots == 0 || askLots == 0;
        if (left || exhausted || spread != ask - bid) {
            return settle(fair, spread, random);
        }
        return refill(random.nextBoolean() ? Side.BUY : Side.SELL, random);
    }

    private long spread(double fair, double excitement) {
        long tick = table.tick(fair);
        return Math.max(1, Math.round(fair * relativeSpread * excitement * wobble / tick)) * tick;
    }

    private boolean settle(double fair, long spread, RandomGenerator random) {
        long newBid = table.nearest(fair - spread / 2.0);
        long newAsk = table.upFrom(newBid + spread);
        boolean changed = false;
        if (newBid != bid || bidLots == 0) {
            bid = newBid;
            refill(Side.BUY, random);
            changed = true;
        }
        if (newAsk != ask || askLots == 0) {
            ask = newAsk;
            refill(Side.SELL, random);
            changed = true;
        }
        return changed;
    }

    /** New size for the buyers' or the sellers' side of the book. */
    private boolean refill(Side side, RandomGenerator random) {
        long lots = sizes.draw(DEPTH, random);
        return switch (side) {
            case BUY -> {
                boolean changed = lots != bidLots;
                bidLots = lots;
                yield changed;
            }
            case SELL -> {
                boolean changed = lots != askLots;
                askLots = lots;
                yield changed;
            }
        };
    }
}
