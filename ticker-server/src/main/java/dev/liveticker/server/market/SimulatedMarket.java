package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.MicroTime;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.calendar.TradingHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The simulated market without clock or threads: whoever holds it moves its time on. The same seed and start give the
 * same events, whichever other instruments are listed.
 *
 * <p>The factors move once a step; each instrument has its own turns at random moments in between.
 *
 * <p>{@link #step} and {@link #skip} belong to one thread; the rest may be called by any.
 */
final class SimulatedMarket {

    /** How far one step moves the time, in microseconds. */
    static final long STEP = 50_000;

    private final List<Instrument> instruments;
    private final Map<Symbol, PastDay> pasts = new HashMap<>();
    private final List<Quote> opening;
    private final Factors factors;
    private final List<TradingFloor> floors = new ArrayList<>();
    private long now;

    /** One that trades round the clock and starts at the catalogue's prices. */
    SimulatedMarket(long seed, List<Listing> listings, Instant start) {
        this(seed, listings, start, SimulationSettings.ROUND_THE_CLOCK, Map.of());
    }

    /**
     * @param last the newest quote an earlier run left of a symbol; its price goes on from there, and so does its
     *     trading day if that is still the same
     * @throws IllegalArgumentException if something is listed twice
     */
    SimulatedMarket(
            long seed, List<Listing> listings, Instant start, SimulationSettings settings, Map<Symbol, Quote> last) {
        Seed chance = new Seed(seed);
        this.now = MicroTime.of(start);
        Past past = new Past(settings.sessions(), Interval.ONE_MINUTE.startOf(now));
        this.instruments = listings.stream().map(Listing::instrument).toList();
        this.factors = new Factors(chance, past, now);
        List<Quote> quotes = new ArrayList<>(listings.size());
        for (Listing listing : listings) {
            Quote left = last.get(listing.symbol());
            TradingHours hours = TradingHours.of(
                    listing.instrument().kind(), listing.instrument().currency(), settings.sessions());
            PastDay before = new PastDay(chance, listing, hours, Opening.ticks(listing, left), past, factors);
            if (pasts.put(listing.symbol(), before) != null) {
                throw new IllegalArgumentException("listed twice: " + listing.symbol());
            }
            Ticker ticker = Ticker.of(chance, Opening.of(listing, hours, now, before, left), factors);
            quotes.add(ticker.whole(now));
            floor(hours).admit(chance, listing, ticker);
        }
        this.opening = Collections.unmodifiableList(quotes);
        // What happens at the very same moment comes in an order that does not depend on who is listed first.
        floors.sort(Comparator.comparing(floor -> floor.hours().name()));
    }

    private TradingFloor floor(TradingHours hours) {
        for (TradingFloor floor : floors) {
            if (floor.hours().equals(hours)) {
                return floor;
            }
        }
        TradingFloor added = new TradingFloor(hours, now);
        floors.add(added);
        return added;
    }

    List<Instrument> instruments() {
        return instruments;
    }

    /** As {@link MarketSource#opening}. */
    List<Quote> opening() {
        return opening;
    }

    /**
     * As {@link MarketSource#history}: a day, or with sessions two, that end with the minute before the start's.
     *
     * @param most how many bars, the newest
     */
    List<Bar> history(Symbol symbol, int most) {
        PastDay past = pasts.get(symbol);
        return past == null ? List.of() : past.bars(most);
    }

    /** Up to when everything has happened, microseconds since the Unix epoch. */
    long time() {
        return now;
    }

    /** Moves the time on by {@link #STEP} and returns what happened meanwhile, by time. */
    List<MarketEvent> step() {
        now += STEP;
        factors.advance(now);
        List<MarketEvent> events = new ArrayList<>();
        for (TradingFloor floor = next(); floor != null; floor = next()) {
            floor.happen(events);
        }
        return Collections.unmodifiableList(events);
    }

    /** The floor on which something is due first; absent if nothing is by now. */
    private @Nullable TradingFloor next() {
        TradingFloor first = null;
        long earliest = now;
        for (TradingFloor floor : floors) {
            long due = floor.due();
            if (due < earliest || (due == earliest && first == null)) {
                first = floor;
                earliest = due;
            }
        }
        return first;
    }

    /**
     * Lets so many microseconds pass in which nothing is quoted or traded: prices go on from where they are, at the
     * hour that it is then.
     */
    void skip(long micros) {
        if (micros < 0) {
            throw new IllegalArgumentException("time does not go back");
        }
        long before = now;
        now += micros;
        factors.leap(before, now);
        for (TradingFloor floor : floors) {
            floor.leap(before, now);
        }
    }
}
