package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PastedSymbolsTest {

    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);

    @BeforeEach
    void load() {
        instruments.load();
    }

    @Test
    void whatever_stands_between_symbols_separates_them() {
        assertThat(symbols("aapl, $msft;NVDA|(AMZN)\n\n'^gspc'  \"BTC/USD\" eurusd, aapl."))
                .containsExactly("AAPL", "MSFT", "NVDA", "AMZN", "^GSPC", "BTC-USD", "EURUSD=X");
    }

    @Test
    void cells_of_a_spreadsheet_count_whole() {
        assertThat(symbols("AAPL\tApple Inc.\t189.25\nbrk b\tBerkshire\t411")).containsExactly("AAPL", "BRK.B");
    }

    @Test
    void words_are_no_symbols_unless_somebody_wrote_them_so() {
        PastedSymbols pasted = read("please buy ZZZZ and 100 aapl");

        assertThat(pasted.symbols()).extracting(Symbol::text).containsExactly("ZZZZ", "AAPL");
        assertThat(pasted.unclear()).containsExactly("please", "buy", "and");
    }

    @Test
    void a_text_without_end_is_read_so_far() {
        assertThat(read("word ".repeat(1_000_000)).unclear()).hasSize(100);
        assertThat(read("x".repeat(1_000_000)).symbols()).isEmpty();
    }

    @Test
    @Timeout(60)
    void a_line_of_dots_does_not_hold_up_the_window() {
        assertThat(read("Apple " + ".".repeat(450_000) + "1 AAPL").symbols()).contains(Some.AAPL);
    }

    private List<String> symbols(String text) {
        return read(text).symbols().stream().map(Symbol::text).toList();
    }

    private PastedSymbols read(String text) {
        return PastedSymbols.read(
                text, instruments::read, symbol -> instruments.find(symbol).isPresent());
    }
}
