package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/**
 * The simulated market without clock or threads: whoever holds it moves its time on. The same seed and start give the
 * same events, whichever other instruments are listed.
 *
 * <p>The factors move once a step; each instrument has its own turns at random moments in between, kept in a queue by
 * time, so that a step costs nothing for an instrument that does nothing in it.
 *
 * <p>{@link #step} and {@link #skip} belong to one thread; the rest may be called by any.
 */
final class SimulatedMarket {

    /** How far one step moves the time, in microseconds. */
    static final long STEP = 50_000;

    private static final double MICROS_A_SECOND = 1e6;

    /** Whose turn is when, in microseconds since the start. */
    private static final class Turn {
        private final Ticker ticker;
        private final int order;
        private final double meanPause;
        private final RandomGenerator random;
        private long at;

        Turn(Seed seed, Listing listing, Ticker ticker, int order) {
            this.ticker = ticker;
            this.order = order;
            this.meanPause = MICROS_A_SECOND / listing.quotesPerSecond();
            this.random = seed.stream(listing.symbol().text() + "/turns");
            next();
        }

        /** Independent of how long ago the last one was: turns are a Poisson process. */
        void next() {
            at += 1 + (long) (meanPause * random.nextExponential());
        }
    }

    private final Seed seed;
    private final long start;
    private final List<Instrument> instruments;
    private final Map<Symbol, Listing> listings = new HashMap<>();
    private final List<Quote> opening;
    private final Factors factors;
    private final PriorityQueue<Turn> turns =
            new PriorityQueue<>(Comparator.<Turn>comparingLong(turn -> turn.at).thenComparingInt(turn -> turn.order));
    private long elapsed;
    private long skipped;

    /** One that trades round the clock and starts at the catalogue's prices. */
    SimulatedMarket(long seed, List<Listing> listings, Instant start) {
        this(seed, listings, start, SimulationSettings.ROUND_THE_CLOCK, Map.of());
    }

    /** @param last the newest quote an earlier run left of a symbol; its price goes on from there */
    SimulatedMarket(
            long seed, List<Listing> listings, Instant start, SimulationSettings settings, Map<Symbol, Quote> last) {
        this.seed = new Seed(seed);
        this.start = ChronoUnit.MICROS.between(Instant.EPOCH, start);
        this.instruments = listings.stream().map(Listing::instrument).toList();
        this.factors = new Factors(this.seed);
        List<Quote> quotes = new ArrayList<>(listings.size());
        for (Listing listing : listings) {
            if (this.listings.put(listing.symbol(), listing) != null) {
                throw new IllegalArgumentException("listed twice: " + listing.symbol());
            }
            Ticker ticker = Ticker.of(this.seed, listing, factors);
            quotes.add(ticker.whole(this.start));
            turns.add(new Turn(this.seed, listing, ticker, turns.size()));
        }
        this.opening = Collections.unmodifiableList(quotes);
    }

    List<Instrument> instruments() {
        return instruments;
    }

    /** As {@link MarketSource#opening}. */
    List<Quote> opening() {
        return opening;
    }

    /** As {@link MarketSource#history}: a day that ends with the minute before the one of the start. */
    List<Bar> history(Symbol symbol) {
        Listing listing = listings.get(symbol);
        return listing == null ? List.of() : new PastDay(seed, listing).bars(Interval.ONE_MINUTE.startOf(start));
    }

    /** Up to when everything has happened, microseconds since the Unix epoch. */
    long time() {
        return start + skipped + elapsed;
    }

    /** Moves the time on by {@link #STEP} and returns what happened meanwhile, by time. */
    List<MarketEvent> step() {
        elapsed += STEP;
        factors.advance(STEP / MICROS_A_SECOND);
        List<MarketEvent> events = new ArrayList<>();
        for (Turn turn = turns.peek(); turn != null && turn.at <= elapsed; turn = turns.peek()) {
            turns.poll();
            turn.ticker.act(turn.at, start + skipped + turn.at, events);
            turn.next();
            turns.add(turn);
        }
        return Collections.unmodifiableList(events);
    }

    /** Lets so many microseconds pass in which nothing happens: all that is to come, comes as much later. */
    void skip(long micros) {
        if (micros < 0) {
            throw new IllegalArgumentException("time does not go back");
        }
        skipped += micros;
    }
}
