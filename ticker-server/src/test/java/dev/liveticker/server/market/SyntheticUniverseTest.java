package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyntheticUniverseTest {

    private static List<Listing> universe(long seed, int count) {
        return Catalogue.synthetic(seed, count).listings();
    }

    private static List<Symbol> symbols(List<Listing> listings) {
        return listings.stream().map(Listing::symbol).toList();
    }

    @Test
    void the_same_seed_makes_up_the_same_stocks_and_another_one_others_of_the_same_names() {
        assertThat(universe(7, 500)).isEqualTo(universe(7, 500)).isNotEqualTo(universe(8, 500));
        assertThat(symbols(universe(7, 500))).isEqualTo(symbols(universe(8, 500)));
    }

    @Test
    void a_larger_universe_begins_with_the_smaller_one() {
        List<Listing> small = universe(7, 50);
        List<Listing> large = universe(7, 5_000).subList(0, 50);

        assertThat(large)
                .extracting(Listing::instrument)
                .isEqualTo(small.stream().map(Listing::instrument).toList());
        assertThat(large)
                .extracting(Listing::price)
                .isEqualTo(small.stream().map(Listing::price).toList());
    }

    @Test
    void a_hundred_thousand_have_a_symbol_each_that_no_exchange_has() {
        List<Symbol> symbols = symbols(universe(1, 100_000));

        assertThat(symbols).hasSize(100_000).doesNotHaveDuplicates();
        assertThat(symbols).allMatch(symbol -> symbol.text().matches("[A-Z]{6}\\.SIM"));
        assertThat(symbols)
                .doesNotContainAnyElementsOf(symbols(Catalogue.builtIn().listings()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 20_000, 100_000})
    void all_together_change_once_a_second_each_but_not_more_than_a_server_likes(int count) {
        double all = universe(1, count).stream()
                .mapToDouble(Listing::quotesPerSecond)
                .sum();

        assertThat(all).isCloseTo(Math.min(count, 20_000), within(1e-6 * count));
    }

    @Test
    void few_trade_often_and_most_seldom_but_none_takes_it_all() {
        List<Double> rates =
                universe(1, 10_000).stream().map(Listing::quotesPerSecond).toList();
        double top = rates.subList(0, 1_000).stream().mapToDouble(rate -> rate).sum();

        assertThat(rates).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(top).as("of the busiest tenth").isBetween(5_000.0, 8_000.0);
        assertThat(rates.getFirst()).isBetween(20.0, 100.0);
        assertThat(rates.getLast()).isBetween(0.1, 0.5);
    }

    @Test
    void prices_and_volatilities_are_spread_as_those_of_an_exchange_and_prices_are_on_tick() {
        List<Listing> listings = universe(3, 10_000);
        List<BigDecimal> prices = listings.stream().map(Listing::price).sorted().toList();
        List<Double> volatilities =
                listings.stream().map(Listing::volatility).sorted().toList();

        assertThat(prices.get(5_000)).isBetween(new BigDecimal("36"), new BigDecimal("44"));
        assertThat(prices.get(100)).isLessThan(new BigDecimal("5"));
        assertThat(prices.get(9_900)).isGreaterThan(new BigDecimal("300"));
        assertThat(volatilities.get(5_000)).isBetween(0.30, 0.38);
        assertThat(volatilities.getFirst()).isGreaterThanOrEqualTo(0.1);
        assertThat(volatilities.getLast()).isLessThanOrEqualTo(1.5);
        assertThat(listings)
                .allSatisfy(listing -> assertThat(
                                listing.price().remainder(listing.instrument().tickSize()))
                        .isZero());
        assertThat(listings)
                .allMatch(listing -> listing.price().signum() > 0
                        && listing.tradeSize() != null
                        && listing.tradeSize().signum() > 0);
    }

    @Test
    void every_sector_has_its_share() {
        List<Listing> listings = universe(3, 10_000);
        Set<String> sectors =
                listings.stream().map(listing -> listing.instrument().sector()).collect(Collectors.toSet());
        long technology = listings.stream()
                .filter(listing ->
                        "Information Technology".equals(listing.instrument().sector()))
                .count();

        assertThat(sectors).hasSize(11);
        assertThat(technology).isBetween(1_550L, 1_850L);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100_001})
    void another_number_is_refused(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.synthetic(1, count))
                .withMessage("from 1 to 100000 instruments expected, not " + count);
    }
}
