package dev.liveticker.desktop.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuoteLinesTest {

    private final Lines given = new Lines();
    private final QuoteLines lines = given.lines;

    @Test
    void a_line_says_price_and_change_in_per_cent() {
        lines.symbols(Lines.symbols("AAPL", "MSFT", "NVDA"));
        lines.wanted(true);
        given.show("AAPL", "189.25", "188.46");
        given.show("MSFT", "402.10", "402.54");

        assertThat(lines.lines()).extracting(QuoteLine::last).containsExactly("189.25", "402.10", "\u2013");
        assertThat(lines.lines()).extracting(QuoteLine::percent).containsExactly("0.42%", "0.11%", "");
        assertThat(lines.lines())
                .extracting(QuoteLine::direction)
                .containsExactly(QuoteLine.Direction.UP, QuoteLine.Direction.DOWN, QuoteLine.Direction.NONE);
        assertThat(lines.lines().getFirst().spoken()).isEqualTo("AAPL last 189.25, up 0.42%");
        assertThat(lines.lines().getLast().spoken()).isEqualTo("NVDA last \u2013");
    }

    @Test
    void a_change_against_nothing_is_not_said() {
        lines.symbols(Lines.symbols("AAPL"));
        lines.wanted(true);
        given.show("AAPL", "189.25", "0");

        assertThat(lines.lines().getFirst().percent()).isEmpty();
    }

    @Test
    void prices_have_the_decimals_of_their_instrument_as_soon_as_they_are_known() {
        lines.symbols(Lines.symbols("EURUSD=X"));
        lines.wanted(true);
        given.show("EURUSD=X", "1.1", "1.1");
        assertThat(lines.lines().getFirst().last()).isEqualTo("1.10");

        given.instruments.load();

        assertThat(lines.lines().getFirst().last()).isEqualTo("1.10000");
    }

    @Test
    void while_nobody_looks_there_is_nothing_and_then_everything_at_once() {
        lines.symbols(Lines.symbols("AAPL"));
        given.show("AAPL", "1", "1");
        long before = lines.revision();
        given.show("AAPL", "2", "1");
        assertThat(lines.lines()).isEmpty();
        assertThat(lines.revision()).as("nothing is done for nobody").isEqualTo(before);

        lines.wanted(true);

        assertThat(lines.lines()).extracting(QuoteLine::last).containsExactly("2.00");
        lines.wanted(false);
        assertThat(lines.lines()).isEmpty();
    }

    @Test
    void another_list_keeps_the_lines_that_are_in_both() {
        lines.wanted(true);
        lines.symbols(Lines.symbols("AAPL", "MSFT"));
        QuoteLine apple = lines.lines().getFirst();

        lines.symbols(Lines.symbols("NVDA", "AAPL", "AAPL"));

        assertThat(lines.lines()).hasSize(2).last().isSameAs(apple);
    }

    @Test
    void another_server_begins_without_prices_and_a_change_of_light_is_seen() {
        lines.wanted(true);
        lines.symbols(Lines.symbols("AAPL"));
        given.show("AAPL", "2", "1");
        long before = lines.revision();

        lines.live(true);
        assertThat(lines.isLive()).isTrue();
        assertThat(lines.revision()).isGreaterThan(before);
        lines.forget();

        assertThat(lines.lines().getFirst().last()).isEqualTo("\u2013");
    }
}
