package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryViewModelTest {

    private final Surroundings surroundings = new Surroundings(
            symbol -> Some.INSTRUMENTS.stream()
                    .filter(each -> each.symbol().equals(symbol))
                    .findFirst(),
            typed -> typed.startsWith("micro")
                    ? Some.INSTRUMENTS.stream()
                            .filter(each -> each.symbol().equals(Some.MSFT))
                            .toList()
                    : List.of(),
            symbol -> symbol.equals(Some.AAPL)
                    ? Optional.of(Some.entry(Some.AAPL, "189.25", "188.46", 0))
                    : Optional.empty(),
            symbol -> symbol.equals(Some.AAPL) ? BigDecimal.TEN : BigDecimal.ZERO);

    @Test
    void what_is_looked_at_is_proposed_at_its_price_for_today() {
        EntryViewModel entry = entry(Some.AAPL);

        assertThat(text(entry, EntryField.SYMBOL)).isEqualTo("AAPL");
        assertThat(text(entry, EntryField.PRICE)).isEqualTo("189.25");
        assertThat(text(entry, EntryField.DATE)).isEqualTo("11/25/2026");
        assertThat(entry.name().get()).isEqualTo("Apple Inc.");
        assertThat(entry.first()).isEqualTo(EntryField.QUANTITY);
        assertThat(entry(null).first()).isEqualTo(EntryField.SYMBOL);
    }

    @Test
    void the_price_follows_the_symbol_until_somebody_types_another() {
        EntryViewModel entry = entry(Some.AAPL);
        type(entry, EntryField.SYMBOL, "msft");
        assertThat(text(entry, EntryField.PRICE)).isEmpty();
        type(entry, EntryField.SYMBOL, "aapl");
        assertThat(text(entry, EntryField.PRICE)).isEqualTo("189.25");

        type(entry, EntryField.PRICE, "150");
        type(entry, EntryField.SYMBOL, "msft");
        assertThat(text(entry, EntryField.PRICE)).isEqualTo("150");
    }

    @Test
    void a_name_is_completed_to_its_symbol() {
        EntryViewModel entry = entry(Some.AAPL);
        assertThat(entry.completion().suggestions()).isEmpty();

        type(entry, EntryField.SYMBOL, "micro");
        entry.completion().complete();

        assertThat(text(entry, EntryField.SYMBOL)).isEqualTo("MSFT");
        assertThat(entry.name().get()).isEqualTo("Microsoft Corporation");
    }

    @Test
    void what_is_right_becomes_a_transaction() {
        EntryViewModel entry = entry(null);
        type(entry, EntryField.SYMBOL, " brk.b ");
        type(entry, EntryField.QUANTITY, "1,500.5");
        type(entry, EntryField.PRICE, "411.02");
        entry.side().set(Side.SELL);
        type(entry, EntryField.DATE, "2026-11-24");

        assertThat(entry.accept())
                .contains(Trades.sell(Symbol.of("BRK.B"), "1500.5", "411.02", "0", TODAY.minusDays(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SYMBOL   | no symbol  | A symbol such as AAPL",
                "SYMBOL   | ''         | A symbol such as AAPL",
                "QUANTITY | ''         | Not a number",
                "QUANTITY | 1,5        | Not a number",
                "QUANTITY | 0          | More than zero",
                "QUANTITY | -3         | More than zero",
                "QUANTITY | 9999999T   | Too large or too fine: 9999999000000000000",
                "PRICE    | cheap      | Not a number",
                "PRICE    | -1         | Zero or more",
                "FEE      | -1         | Zero or more",
                "FEE      | x          | Not a number",
                "DATE     | ''         | A date such as 11/25/2026",
                "DATE     | 2/30/2026  | A date such as 11/25/2026",
                "DATE     | 11/26/2026 | 11/26/2026 is in the future",
                "DATE     | 1/1/1800   | 1/1/1800 is too long ago"
            })
    void what_is_wrong_is_said_at_its_field(EntryField field, String typed, String words) {
        EntryViewModel entry = entry(Some.AAPL);
        type(entry, EntryField.QUANTITY, "1");
        type(entry, EntryField.PRICE, "1");
        type(entry, field, typed);
        assertThat(entry.problem(field).get()).as("before anybody asks").isEmpty();

        assertThat(entry.accept()).isEmpty();

        for (EntryField each : EntryField.values()) {
            assertThat(entry.problem(each).get()).as(each.name()).isEqualTo(each == field ? words : "");
        }
        type(entry, field, "7");
        assertThat(entry.problem(field).get()).as("while it is mended").isEmpty();
    }

    @Test
    void what_it_comes_to_is_said_while_one_types() {
        EntryViewModel entry = entry(Some.AAPL);
        assertThat(entry.amount().get()).isEmpty();
        type(entry, EntryField.QUANTITY, "10");
        type(entry, EntryField.FEE, "1.5");
        assertThat(entry.amount().get()).isEqualTo("Costs 1,894.00 USD");

        entry.side().set(Side.SELL);
        assertThat(entry.amount().get()).isEqualTo("Brings in 1,891.00 USD");

        type(entry, EntryField.QUANTITY, "11");
        assertThat(entry.amount().get()).isEqualTo("Brings in 2,080.25 USD, and opens a short position");
    }

    @Test
    void what_is_changed_begins_as_it_was_and_keeps_its_id() {
        Transaction before =
                Trades.sell(Some.MSFT, "1500", "402.1", "2.5", TODAY).withId(7);
        EntryViewModel entry = new EntryViewModel(surroundings, TODAY, before, null);

        assertThat(text(entry, EntryField.QUANTITY)).isEqualTo("1500");
        assertThat(entry.accept()).contains(before);
        type(entry, EntryField.SYMBOL, "AAPL");
        assertThat(text(entry, EntryField.PRICE)).as("it had its price").isEqualTo("402.1");
    }

    @Test
    void a_symbol_nobody_knows_says_so_and_may_be_entered() {
        EntryViewModel entry = entry(Symbol.of("ZZZZ"));
        type(entry, EntryField.QUANTITY, "1");
        type(entry, EntryField.PRICE, "1");

        assertThat(entry.name().get()).isEqualTo("Unknown symbol");
        assertThat(entry.accept()).isPresent();
    }

    private EntryViewModel entry(@Nullable Symbol symbol) {
        return new EntryViewModel(surroundings, TODAY, null, symbol);
    }

    private static void type(EntryViewModel entry, EntryField field, String text) {
        entry.text(field).set(text);
    }

    private static String text(EntryViewModel entry, EntryField field) {
        return entry.text(field).get();
    }
}
