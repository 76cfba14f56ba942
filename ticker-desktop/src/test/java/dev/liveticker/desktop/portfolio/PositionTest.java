package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static dev.liveticker.desktop.portfolio.Trades.YESTERDAY;
import static dev.liveticker.desktop.portfolio.Trades.buy;
import static dev.liveticker.desktop.portfolio.Trades.portfolio;
import static dev.liveticker.desktop.portfolio.Trades.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

    @Test
    void transactions_count_by_their_day_and_not_by_when_they_were_entered() {
        Position position = of(sell(Some.AAPL, "5", "20", "0", TODAY), buy(Some.AAPL, "10", "10", "0", YESTERDAY));

        assertThat(position.quantity()).isEqualByComparingTo("5");
        assertThat(position.holding().realised()).isEqualByComparingTo("50");
        assertThat(position.transactions()).extracting(Transaction::date).containsExactly(YESTERDAY, TODAY);
    }

    @Test
    void what_was_held_yesterday_changed_against_the_close_and_what_was_bought_today_against_its_price() {
        Position position = of(buy(Some.AAPL, "10", "150", "0", YESTERDAY), buy(Some.AAPL, "4", "190", "7", TODAY));

        assertThat(day(position, "189.25", "188.46")).as("10 × 0.79 − 4 × 0.75").isEqualByComparingTo("4.90");
    }

    @Test
    void what_was_sold_today_changed_until_its_own_price() {
        Position position = of(buy(Some.AAPL, "10", "150", "0", YESTERDAY), sell(Some.AAPL, "4", "190", "0", TODAY));

        assertThat(day(position, "189.25", "188.46")).as("6 × 0.79 + 4 × 1.54").isEqualByComparingTo("10.90");
    }

    @Test
    void a_short_position_gains_when_the_price_falls() {
        Position position = of(sell(Some.AAPL, "10", "200", "0", YESTERDAY));

        assertThat(day(position, "180", "190")).isEqualByComparingTo("100");
    }

    @Test
    void a_price_of_an_earlier_day_leaves_out_nothing_that_was_traded_after_it() {
        Position position = of(buy(Some.AAPL, "10", "150", "0", TODAY));

        assertThat(position.dayChange(new BigDecimal("160"), new BigDecimal("155"), YESTERDAY))
                .isEqualByComparingTo("100");
    }

    @Property
    void of_one_day_the_order_of_entry_decides_and_between_days_it_does_not(@ForAll("portfolios") Portfolio portfolio) {
        List<Transaction> turned = new ArrayList<>(portfolio.transactions());
        // Back in the order of entry within a day, and in that alone.
        turned.sort(
                Comparator.comparing(Transaction::date).reversed().thenComparingInt(portfolio.transactions()::indexOf));

        assertThat(holdings(new Portfolio(turned))).isEqualTo(holdings(portfolio));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 2026-11-25",
        "-1, 1, 0, 2026-11-25",
        "1, -1, 0, 2026-11-25",
        "1, 1, -1, 2026-11-25",
        "1e18, 1, 0, 2026-11-25",
        "1, 1e999999999, 0, 2026-11-25",
        "1, 1, 1e-999999999, 2026-11-25",
        "0.000000000000000000001, 1, 0, 2026-11-25",
        "1, 1, 0, 1899-12-31",
        "1, 1, 0, 3000-01-01"
    })
    void what_cannot_be_is_refused(String quantity, String price, String fee, LocalDate date) {
        assertThatIllegalArgumentException().isThrownBy(() -> buy(Some.AAPL, quantity, price, fee, date));
    }

    @Test
    void equal_figures_are_equal_however_they_are_written() {
        assertThat(buy(Some.AAPL, "10.00", "1E+2", "0.0", TODAY)).isEqualTo(buy(Some.AAPL, "10", "100", "0", TODAY));
    }

    @Test
    void a_portfolio_has_a_bound() {
        Portfolio full =
                Portfolio.EMPTY.with(Collections.nCopies(Portfolio.MOST, buy(Some.AAPL, "1", "1", "0", TODAY)));
        assertThat(full.room()).isZero();
        assertThat(full.transactions()).extracting(Transaction::id).doesNotHaveDuplicates();

        assertThatIllegalArgumentException().isThrownBy(() -> full.with(List.of(buy(Some.AAPL, "1", "1", "0", TODAY))));
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return Trades.portfolios();
    }

    private static Map<Symbol, Holding> holdings(Portfolio portfolio) {
        Map<Symbol, Holding> holdings = new TreeMap<>();
        Position.of(portfolio).forEach((symbol, position) -> holdings.put(symbol, position.holding()));
        return holdings;
    }

    private static Position of(Transaction... transactions) {
        return Position.of(portfolio(transactions)).get(Some.AAPL);
    }

    private static BigDecimal day(Position position, String price, String close) {
        return position.dayChange(new BigDecimal(price), new BigDecimal(close), TODAY);
    }
}
