package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated market did, minute by minute. It stands in the market's package because a step is not public: a
 * market runs with the clock, which a measurement does not wait for.
 */
@NullMarked
public final class SimulatedDays {

    private static final int STEPS_A_MINUTE = (int) (60_000_000 / SimulatedMarket.STEP);

    /** One instrument's minutes; nobody else writes into the arrays. */
    public static final class Line {
        private final Listing listing;
        private final double[] prices;
        private final double[] volumes;
        private final double[] trades;
        private final double[] spreads;

        private Line(Listing listing, int minutes) {
            this.listing = listing;
            this.prices = new double[minutes];
            this.volumes = new double[minutes];
            this.trades = new double[minutes];
            this.spreads = new double[minutes];
        }

        public Listing listing() {
            return listing;
        }

        /** The last price of each minute; NaN in a minute at whose end it was closed. */
        public double[] prices() {
            return prices;
        }

        /** The size traded in each. */
        public double[] volumes() {
            return volumes;
        }

        /** How many trades there were in each. */
        public double[] trades() {
            return trades;
        }

        /** The spread at the end of each, as a share of the price; 0 for an index. */
        public double[] spreads() {
            return spreads;
        }
    }

    /** What is known of an instrument at the moment. */
    private static final class Present {
        private final Line line;
        private double price;
        private double spread;
        private boolean closed;

        Present(Line line, Quote opening) {
            this.line = line;
            this.closed = opening.status() == TradingStatus.CLOSED;
            quote(opening);
        }

        void quote(Quote quote) {
            BigDecimal last = quote.last();
            if (last != null) {
                price = last.doubleValue();
            }
            BigDecimal bid = quote.bid();
            BigDecimal ask = quote.ask();
            spread = bid == null || ask == null ? 0 : ask.subtract(bid).doubleValue() / ask.doubleValue();
        }

        void note(int minute) {
            line.prices[minute] = closed ? Double.NaN : price;
            line.spreads[minute] = spread;
        }
    }

    private final Map<Symbol, Present> presents = new LinkedHashMap<>();
    private int halts;

    private SimulatedDays() {}

    /** Runs a market from {@code start} for so many minutes. */
    public static SimulatedDays run(
            long seed, List<Listing> listings, Instant start, SimulationSettings settings, int minutes) {
        SimulatedDays days = new SimulatedDays();
        SimulatedMarket market = new SimulatedMarket(seed, listings, start, settings, Map.of());
        List<Quote> opening = market.opening();
        for (int i = 0; i < listings.size(); i++) {
            Line line = new Line(listings.get(i), minutes);
            days.presents.put(listings.get(i).symbol(), new Present(line, opening.get(i)));
        }
        for (int minute = 0; minute < minutes; minute++) {
            for (int i = 0; i < STEPS_A_MINUTE; i++) {
                for (MarketEvent event : market.step()) {
                    days.see(event, minute);
                }
            }
            for (Present present : days.presents.values()) {
                present.note(minute);
            }
        }
        return days;
    }

    private void see(MarketEvent event, int minute) {
        Present present = Objects.requireNonNull(presents.get(event.symbol()));
        switch (event) {
            case Quote quote -> present.quote(quote);
            case Trade trade -> {
                present.line.volumes[minute] += trade.size().doubleValue();
                present.line.trades[minute]++;
            }
            case Status status -> {
                present.closed = status.status() == TradingStatus.CLOSED;
                halts += status.status() == TradingStatus.HALTED ? 1 : 0;
            }
            case Bar bar -> throw new IllegalStateException("a market makes no bars: " + bar);
        }
    }

    /** How often trading in anything was halted. */
    public int halts() {
        return halts;
    }

    /** In the order listed. */
    public List<Line> lines() {
        return presents.values().stream().map(present -> present.line).toList();
    }

    /** @throws IllegalArgumentException if it was not listed */
    public Line line(String symbol) {
        @Nullable Present present = presents.get(Symbol.of(symbol));
        if (present == null) {
            throw new IllegalArgumentException("not listed: " + symbol);
        }
        return present.line;
    }

    /** Sums of so many minutes each. */
    public static double[] sums(double[] minutes, int step) {
        double[] sums = new double[minutes.length / step];
        Arrays.setAll(
                sums, i -> Arrays.stream(minutes, i * step, (i + 1) * step).sum());
        return sums;
    }
}
