package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class HoldingTest {

    @Test
    void the_average_basis_is_that_of_irs_publication_564() {
        // 2009 edition, page 7: 4,800 dollars for 300 shares are 16 each; the 150 sold cost 2,400.
        Holding bought = after(buy("100", "10", "0"), buy("100", "12", "0"), buy("100", "26", "0"));
        assertThat(bought.cost()).isEqualByComparingTo("4800");
        assertThat(bought.averageCost()).isEqualByComparingTo("16");

        Holding left = bought.after(sell("150", "20", "0"));

        assertThat(left.cost()).isEqualByComparingTo("2400");
        assertThat(left.averageCost()).isEqualByComparingTo("16");
        assertThat(left.realised()).isEqualByComparingTo("600");
    }

    @Test
    void the_average_basis_is_that_of_its_table_3_too() {
        // 160 at 25, 240 at 20 and 10 at 30: 9,100 dollars for 410 shares. The 210 sold for 6,720 cost 22.20 each.
        Holding bought = after(buy("160", "25", "0"), buy("240", "20", "0"), buy("10", "30", "0"));
        assertThat(bought.cost()).isEqualByComparingTo("9100");
        assertThat(bought.averageCost().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("22.20");

        Holding left = bought.after(sell("210", "32", "0"));

        assertThat(left.quantity()).isEqualByComparingTo("200");
        assertThat(left.realised().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("2059.02");
        assertThat(left.realised().add(new BigDecimal("9100")).subtract(left.cost()))
                .as("what was lost by dividing")
                .isEqualByComparingTo("6720");
    }

    @Test
    void fees_belong_to_the_cost_and_are_taken_off_what_a_sale_brings() {
        Holding held = after(buy("10", "100", "5"), sell("4", "120", "2"));

        assertThat(held.cost()).isEqualByComparingTo("603");
        assertThat(held.averageCost()).isEqualByComparingTo("100.5");
        assertThat(held.realised()).as("480 less 2 less 402").isEqualByComparingTo("76");
    }

    @Test
    void a_sale_does_not_change_the_average_and_a_purchase_after_it_does() {
        Holding held = after(buy("10", "10", "0"), buy("10", "20", "0"), sell("15", "30", "0"));
        assertThat(held.averageCost()).isEqualByComparingTo("15");

        assertThat(held.after(buy("5", "25", "0")).averageCost()).isEqualByComparingTo("20");
    }

    @Test
    void who_sells_what_is_not_held_is_short_at_its_price() {
        Holding held = after(sell("10", "50", "1"));

        assertThat(held.quantity()).isEqualByComparingTo("-10");
        assertThat(held.cost()).isEqualByComparingTo("-499");
        assertThat(held.averageCost()).isEqualByComparingTo("49.9");
        assertThat(held.realised()).isZero();

        Holding covered = held.after(buy("4", "40", "0"));
        assertThat(covered.quantity()).isEqualByComparingTo("-6");
        assertThat(covered.realised()).as("4 × 49.9 less 4 × 40").isEqualByComparingTo("39.6");
    }

    @Test
    void who_sells_more_than_is_held_closes_the_one_and_opens_the_other() {
        Holding held = after(buy("10", "100", "0"), sell("15", "110", "3"));

        assertThat(held.quantity()).isEqualByComparingTo("-5");
        assertThat(held.realised()).as("100 less two thirds of the fee").isEqualByComparingTo("98");
        assertThat(held.cost()).as("5 × 110 less a third of the fee").isEqualByComparingTo("-549");
    }

    @Test
    void who_buys_back_more_than_was_short_owns_the_rest_at_its_price() {
        Holding held = after(sell("10", "100", "0"), buy("15", "90", "0"));

        assertThat(held.quantity()).isEqualByComparingTo("5");
        assertThat(held.averageCost()).isEqualByComparingTo("90");
        assertThat(held.realised()).isEqualByComparingTo("100");
    }

    @Test
    void fractions_of_a_coin_are_exact() {
        Holding held = after(buy("0.12345678", "60123.45", "0"), sell("0.12345678", "61000.01", "0"));

        assertThat(held.quantity()).isZero();
        assertThat(held.cost()).isZero();
        assertThat(held.realised()).isEqualByComparingTo("108.2172750768");
    }

    @Test
    void thirds_leave_nothing_behind_when_all_is_sold() {
        Holding held = after(buy("3", "33.33", "0.01"), sell("1", "40", "0"), sell("1", "40", "0"));
        assertThat(held.quantity()).isEqualByComparingTo("1");

        Holding none = held.after(sell("1", "40", "0"));

        assertThat(none.cost()).isZero();
        assertThat(none.realised()).isEqualByComparingTo("20");
    }

    @Property
    void gains_are_what_all_is_worth_less_all_that_was_paid(
            @ForAll("portfolios") Portfolio portfolio,
            @ForAll @Scale(4) @BigRange(min = "0", max = "100000") BigDecimal price) {
        Position.of(portfolio).values().forEach(position -> {
            BigDecimal paid = position.transactions().stream()
                    .map(each -> {
                        BigDecimal traded = each.quantity().multiply(each.price());
                        return each.side() == Side.BUY
                                ? traded.add(each.fee())
                                : each.fee().subtract(traded);
                    })
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            Holding holding = position.holding();
            BigDecimal unrealised = holding.quantity().multiply(price).subtract(holding.cost());

            assertThat(holding.realised().add(unrealised))
                    .isEqualByComparingTo(holding.quantity().multiply(price).subtract(paid));
        });
    }

    @Property
    void what_is_held_is_what_was_bought_less_what_was_sold_and_nothing_costs_nothing(
            @ForAll("portfolios") Portfolio portfolio) {
        Position.of(portfolio).values().forEach(position -> {
            BigDecimal quantity = position.transactions().stream()
                    .map(each -> each.side() == Side.BUY
                            ? each.quantity()
                            : each.quantity().negate())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(position.quantity()).isEqualByComparingTo(quantity);
            if (!position.isOpen()) {
                assertThat(position.holding().cost()).isZero();
            }
        });
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return Trades.portfolios();
    }

    private static Transaction buy(String quantity, String price, String fee) {
        return Trades.buy(Some.AAPL, quantity, price, fee, TODAY);
    }

    private static Transaction sell(String quantity, String price, String fee) {
        return Trades.sell(Some.AAPL, quantity, price, fee, TODAY);
    }

    private static Holding after(Transaction... transactions) {
        Holding holding = Holding.NONE;
        for (Transaction transaction : transactions) {
            holding = holding.after(transaction);
        }
        return holding;
    }
}
