package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.model.Symbol;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What all markets have in common (Cont 2001, Empirical properties of asset returns: stylized facts and statistical
 * issues), measured on the events of one simulated at a fixed seed, round the clock.
 */
class StylisedFactsTest {

    private static final int DAYS = 8;
    private static final int MINUTES_A_DAY = 1_440;
    private static final Instant MIDNIGHT_IN_NEW_YORK = Instant.parse("2026-03-10T04:00:00Z");
    private static final List<String> STOCKS = List.of("MSFT", "ORCL", "JPM", "GS", "XOM", "CVX");

    private static MinuteTape tape;

    @BeforeAll
    static void runAMarket() {
        // Fewer quotes than usual, so that days pass in seconds; the law is the same.
        List<Listing> listings =
                Catalogue.builtIn().select(STOCKS.stream().map(Symbol::of).collect(Collectors.toSet())).stream()
                        .map(listing -> new Listing(
                                listing.instrument(), listing.price(), listing.volatility(), 1, listing.tradeSize()))
                        .toList();
        tape = MinuteTape.of(11, listings, MIDNIGHT_IN_NEW_YORK, DAYS * MINUTES_A_DAY);
    }

    @Test
    void tails_are_fat_and_less_so_the_longer_the_return() {
        double minute = average(symbol -> returns(symbol, 1).excessKurtosis());
        double hour = average(symbol -> returns(symbol, 60).excessKurtosis());

        assertThat(minute).isGreaterThan(3);
        assertThat(hour).isGreaterThan(0.3).isLessThan(minute / 1.5);
    }

    @Test
    void a_return_says_nothing_of_the_next_ones() {
        for (int lag : new int[] {5, 10, 20, 30, 60}) {
            assertThat(average(symbol -> returns(symbol, 1).autocorrelation(lag)))
                    .as("lag %d", lag)
                    .isCloseTo(0, within(0.02));
        }
    }

    @Test
    void wild_minutes_come_together_and_the_memory_fades_slowly() {
        double[] lags = Arrays.stream(new int[] {1, 10, 30, 60})
                .mapToDouble(
                        lag -> average(symbol -> returns(symbol, 1).absolute().autocorrelation(lag)))
                .toArray();

        assertThat(lags[0]).isGreaterThan(0.12);
        assertThat(lags[1]).isLessThan(lags[0]).isGreaterThan(0.08);
        assertThat(lags[2]).isLessThan(lags[1]).isGreaterThan(0.05);
        assertThat(lags[3]).isLessThan(lags[2]).isGreaterThan(0.03);
    }

    @Test
    void volume_and_volatility_go_together() {
        double correlation = average(symbol -> {
            Sample moves = returns(symbol, 5).absolute();
            return moves.correlation(new Sample(sums(tape.line(symbol).volumes(), 5, moves.values().length)));
        });

        assertThat(correlation).isGreaterThan(0.25);
    }

    @Test
    void a_sector_moves_together_more_than_the_market() {
        double within = pair("MSFT", "ORCL") + pair("JPM", "GS") + pair("XOM", "CVX");
        double across = pair("MSFT", "JPM") + pair("JPM", "XOM") + pair("XOM", "MSFT");

        assertThat(across / 3).isGreaterThan(0.1);
        assertThat(within / 3).isGreaterThan(across / 3 + 0.05);
    }

    @Test
    void a_day_is_busiest_and_wildest_at_the_open_and_the_close_of_the_session() {
        for (boolean trades : new boolean[] {true, false}) {
            double open = perMinute(trades, 9 * 60 + 30, 10 * 60);
            double noon = perMinute(trades, 12 * 60, 13 * 60 + 30);
            double close = perMinute(trades, 15 * 60 + 30, 16 * 60);
            double night = perMinute(trades, 0, 4 * 60);

            assertThat(open).isGreaterThan(close);
            assertThat(close).isGreaterThan(1.3 * noon);
            assertThat(noon).isGreaterThan(night);
        }
    }

    @Test
    void spreads_widen_with_volatility() {
        double correlation = average(symbol -> {
            Sample moves = returns(symbol, 30).absolute();
            return moves.correlation(new Sample(sums(tape.line(symbol).spreads(), 30, moves.values().length)));
        });

        assertThat(correlation).isGreaterThan(0.15);
    }

    @Test
    void the_days_of_many_seeds_have_the_volatility_of_the_catalogue() {
        Listing listing = Catalogue.builtIn().select(Set.of(Symbol.of("ORCL"))).getFirst();
        double sum = 0;
        int days = 600;
        for (int seed = 0; seed < days; seed++) {
            double[] prices = FairPriceWalk.minutes(seed, listing, MIDNIGHT_IN_NEW_YORK, MINUTES_A_DAY);
            double move = Math.log(prices[prices.length - 1] / listing.price().doubleValue());
            sum += move * move;
        }

        assertThat(Math.sqrt(sum / days)).isCloseTo(listing.dailyVolatility(), within(0.1 * listing.dailyVolatility()));
    }

    @Test
    void over_years_daily_returns_have_fatter_tails_than_monthly_ones() {
        Listing listing = Catalogue.builtIn().select(Set.of(Symbol.of("ORCL"))).getFirst();
        double[] prices = FairPriceWalk.minutes(5, listing, MIDNIGHT_IN_NEW_YORK, 1_500 * MINUTES_A_DAY);

        double minute = Sample.returns(prices, 1).excessKurtosis();
        double hour = Sample.returns(prices, 60).excessKurtosis();
        double day = Sample.returns(prices, MINUTES_A_DAY).excessKurtosis();
        double fortnight = Sample.returns(prices, 10 * MINUTES_A_DAY).excessKurtosis();

        assertThat(hour).isLessThan(minute);
        assertThat(day).isLessThan(hour).isGreaterThan(0.2);
        assertThat(fortnight).isLessThan(day);
    }

    private static Sample returns(String symbol, int minutes) {
        return Sample.returns(tape.line(symbol).prices(), minutes);
    }

    private static double average(ToDoubleFunction<String> ofSymbol) {
        return STOCKS.stream().mapToDouble(ofSymbol).average().orElseThrow();
    }

    private static double pair(String one, String other) {
        return returns(one, 10).correlation(returns(other, 10));
    }

    /** Average trades, or variance, of a minute in this part of the day. */
    private static double perMinute(boolean trades, int from, int to) {
        return average(symbol -> {
            double[] values = trades
                    ? tape.line(symbol).trades()
                    : Arrays.stream(returns(symbol, 1).values())
                            .map(value -> value * value)
                            .toArray();
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                int minute = i % MINUTES_A_DAY;
                sum += minute >= from && minute < to ? values[i] : 0;
            }
            return sum / DAYS / (to - from);
        });
    }

    private static double[] sums(double[] values, int step, int length) {
        double[] sums = new double[length];
        Arrays.setAll(
                sums,
                i -> Arrays.stream(values, i * step + 1, (i + 1) * step + 1).sum());
        return sums;
    }
}
