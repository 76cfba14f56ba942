package dev.liveticker.benchmarks.facts;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.Catalogue;
import dev.liveticker.server.market.Listing;
import dev.liveticker.server.market.SimulatedDays;
import dev.liveticker.server.market.SimulatedDays.Line;
import dev.liveticker.server.market.SimulationSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The table of what real markets have in common (Cont 2001, Empirical properties of asset returns: stylized facts and
 * statistical issues) and how it is here, measured on the trades and quotes of a market that trades round the clock.
 */
final class StylisedFacts {

    static final long SEED = 1;

    /** Midnight in New York. */
    static final Instant START = Instant.parse("2026-03-09T04:00:00Z");

    private static final int DAY = 1_440;
    private static final int OPEN = 9 * 60 + 30;
    private static final int CLOSE = 16 * 60;
    private static final int HALF_HOUR = 30;

    /** So that weeks pass in a minute. */
    private static final double MOST_QUOTES_PER_SECOND = 2;

    private static final List<Symbol> MEASURED = List.of(
                    "MSFT", "ORCL", "IBM", "JPM", "GS", "BAC", "XOM", "CVX", "SLB", "KO", "PG", "WMT", "^GSPC", "PLUG",
                    "CAN", "BYND", "VXRT", "OCGN")
            .stream()
            .map(Symbol::of)
            .toList();

    private final SimulatedDays run;
    private final List<Line> stocks;
    private final int days;
    private final StringBuilder table = new StringBuilder();

    private StylisedFacts(SimulatedDays run, int days) {
        this.run = run;
        this.days = days;
        this.stocks = run.lines().stream()
                .filter(line -> line.listing().instrument().kind() == AssetClass.STOCK)
                .toList();
    }

    /** Runs so many days and measures them; Markdown. */
    static String measured(int days) {
        List<Listing> listings = Catalogue.builtIn().select(MEASURED).stream()
                .map(listing -> new Listing(
                        listing.instrument(),
                        listing.price(),
                        listing.volatility(),
                        Math.min(MOST_QUOTES_PER_SECOND, listing.quotesPerSecond()),
                        listing.tradeSize()))
                .toList();
        SimulatedDays run = SimulatedDays.run(SEED, listings, START, SimulationSettings.ROUND_THE_CLOCK, days * DAY);
        return new StylisedFacts(run, days).table();
    }

    private String table() {
        table.append(String.format(
                Locale.ROOT,
                "%d stocks and an index over %d days round the clock, seed %d, at most %.0f quotes a second each;"
                        + " averages over the stocks.%n%n",
                stocks.size(),
                days,
                SEED,
                MOST_QUOTES_PER_SECOND));
        table.append("| what markets show | how it is measured | here |\n|---|---|---|\n");
        tails();
        memory();
        together();
        theDay();
        liquidity();
        return table.toString();
    }

    private void tails() {
        row(
                "A day moves a price as far as its volatility says",
                "root mean square of daily returns, by the catalogue's",
                figure(average(line -> Math.sqrt(new Series(daily(line)).variance())
                        / (line.listing().volatility() / Math.sqrt(252)))));
        row(
                "Tails are fat, and less so the longer the return",
                "excess kurtosis of returns over 1 minute, 1 hour, 1 day (a normal distribution has 0)",
                figure(average(line -> returns(line, 1).excessKurtosis())),
                figure(average(line -> returns(line, 60).excessKurtosis())),
                figure(pooledDaily().excessKurtosis()));
    }

    private void memory() {
        row(
                "A return does not foretell the next",
                "autocorrelation of 1-minute returns at a lag of 1, 5, 30 minutes",
                figure(average(line -> returns(line, 1).autocorrelation(1))),
                figure(average(line -> returns(line, 1).autocorrelation(5))),
                figure(average(line -> returns(line, 1).autocorrelation(30))));
        row(
                "Wild minutes come together, and that fades slowly",
                "autocorrelation of their absolute values at 1, 10, 60 minutes, 1 day",
                figure(average(line -> returns(line, 1).absolute().autocorrelation(1))),
                figure(average(line -> returns(line, 1).absolute().autocorrelation(10))),
                figure(average(line -> returns(line, 1).absolute().autocorrelation(60))),
                figure(average(line -> returns(line, 1).absolute().autocorrelation(DAY))));
    }

    private void together() {
        row(
                "Volume and volatility go together",
                "correlation of volume with absolute return, 5 minutes",
                figure(average(line -> {
                    Series moves = returns(line, 5).absolute();
                    double[] volumes = SimulatedDays.sums(line.volumes(), 5);
                    return moves.correlation(new Series(Arrays.copyOf(volumes, moves.values().length)));
                })));
        row(
                "A sector moves together more than the market",
                "correlation of 10-minute returns in one sector, across sectors, with the index",
                figure(pairs((one, other) -> sector(one).equals(sector(other)), 10, false)),
                figure(pairs((one, other) -> !sector(one).equals(sector(other)), 10, false)),
                figure(average(line -> returns(line, 10).correlation(returns(run.line("^GSPC"), 10)))));
        row(
                "Volatilities rise together",
                "correlation of absolute hourly returns across sectors",
                figure(pairs((one, other) -> !sector(one).equals(sector(other)), 60, true)));
    }

    private void theDay() {
        row(
                "A session is U-shaped in trades",
                "trades a minute in its first half-hour, from 12:00 to 14:00, in its last half-hour; by the day's average",
                ofTheDay(Line::trades));
        row("and in variance", "squared 1-minute returns at the same times", ofTheDay(StylisedFacts::squares));
    }

    private void liquidity() {
        row(
                "Spreads widen with volatility",
                "correlation of the mean spread with realised variance, by the hour",
                figure(average(line -> new Series(SimulatedDays.sums(line.spreads(), 60))
                        .correlation(new Series(SimulatedDays.sums(squares(line), 60))))));
        row(
                "Halts are rare",
                "volatility halts of the " + stocks.size() + " stocks, five of which are wild, in " + days + " days",
                Integer.toString(run.halts()));
    }

    private void row(String fact, String measure, String... figures) {
        table.append("| ")
                .append(String.join(" | ", fact, measure, String.join(", ", figures)))
                .append(" |\n");
    }

    private double average(ToDoubleFunction<Line> of) {
        return stocks.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    /** Daily returns of all stocks, each in units of the deviation it should have: one stock's are too few. */
    private Series pooledDaily() {
        return new Series(stocks.stream()
                .flatMapToDouble(line -> Arrays.stream(daily(line))
                        .map(value -> value / line.listing().volatility()))
                .toArray());
    }

    private double pairs(BiPredicate<Line, Line> which, int minutes, boolean absolute) {
        List<Double> found = new ArrayList<>();
        for (int i = 0; i < stocks.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (which.test(stocks.get(i), stocks.get(j))) {
                    Series one = returns(stocks.get(i), minutes);
                    Series other = returns(stocks.get(j), minutes);
                    found.add(absolute ? one.absolute().correlation(other.absolute()) : one.correlation(other));
                }
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private String[] ofTheDay(Function<Line, double[]> minutes) {
        return new String[] {
            figure(average(line -> share(minutes.apply(line), OPEN, OPEN + HALF_HOUR))),
            figure(average(line -> share(minutes.apply(line), 12 * 60, 14 * 60))),
            figure(average(line -> share(minutes.apply(line), CLOSE - HALF_HOUR, CLOSE)))
        };
    }

    /** The average of a part of each day by the average of all. */
    private static double share(double[] minutes, int from, int to) {
        double part = 0;
        for (int i = 0; i < minutes.length; i++) {
            part += i % DAY >= from && i % DAY < to ? minutes[i] : 0;
        }
        double all = Arrays.stream(minutes).sum();
        return part / all * DAY / (to - from);
    }

    /** Squared returns of one minute each, which add up to realised variance. */
    private static double[] squares(Line line) {
        double[] moves = returns(line, 1).values();
        double[] squares = new double[moves.length + 1];
        Arrays.setAll(squares, i -> i == 0 ? 0 : moves[i - 1] * moves[i - 1]);
        return squares;
    }

    private static double[] daily(Line line) {
        return returns(line, DAY).values();
    }

    private static Series returns(Line line, int minutes) {
        return Series.returns(line.prices(), minutes);
    }

    private static String sector(Line line) {
        return Objects.requireNonNullElse(line.listing().instrument().sector(), "");
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
