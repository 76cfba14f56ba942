package dev.liveticker.server.market;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Symbol;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a market did, minute by minute: the last price of each, what was traded in it, and how often. */
final class MinuteTape {

    /** Of one symbol. */
    static final class Line {
        private final double[] prices;
        private final double[] volumes;
        private final double[] trades;
        private final double[] spreads;

        Line(int minutes) {
            this.prices = new double[minutes];
            this.volumes = new double[minutes];
            this.trades = new double[minutes];
            this.spreads = new double[minutes];
        }

        double[] prices() {
            return prices;
        }

        double[] volumes() {
            return volumes;
        }

        double[] trades() {
            return trades;
        }

        double[] spreads() {
            return spreads;
        }
    }

    private static final int STEPS_A_MINUTE = (int) (60_000_000 / SimulatedMarket.STEP);

    private final Map<Symbol, Line> lines = new HashMap<>();

    private MinuteTape() {}

    /** Runs a market that trades round the clock. */
    static MinuteTape of(long seed, List<Listing> listings, Instant start, int minutes) {
        MinuteTape tape = new MinuteTape();
        SimulatedMarket market = new SimulatedMarket(seed, listings, start);
        Map<Symbol, Double> last = new HashMap<>();
        for (Quote quote : market.opening()) {
            last.put(quote.symbol(), Objects.requireNonNull(quote.last()).doubleValue());
            tape.lines.put(quote.symbol(), new Line(minutes));
        }
        for (int minute = 0; minute < minutes; minute++) {
            for (int i = 0; i < STEPS_A_MINUTE; i++) {
                for (MarketEvent event : market.step()) {
                    Line line = tape.line(event.symbol());
                    if (event instanceof Trade trade) {
                        last.put(trade.symbol(), trade.price().doubleValue());
                        line.volumes[minute] += trade.size().doubleValue();
                        line.trades[minute]++;
                    } else if (event instanceof Quote quote && quote.ask() != null && quote.bid() != null) {
                        line.spreads[minute] = quote.ask().subtract(quote.bid()).doubleValue();
                    } else if (event instanceof Quote quote && quote.last() != null) {
                        last.put(quote.symbol(), quote.last().doubleValue());
                    }
                }
            }
            for (Map.Entry<Symbol, Double> price : last.entrySet()) {
                tape.line(price.getKey()).prices[minute] = price.getValue();
            }
        }
        return tape;
    }

    Line line(Symbol symbol) {
        return Objects.requireNonNull(lines.get(symbol));
    }

    Line line(String symbol) {
        return line(Symbol.of(symbol));
    }
}
