package dev.liveticker.desktop.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymbolReaderTest {

    private static final Set<Symbol> KNOWN =
            Some.INSTRUMENTS.stream().map(Instrument::symbol).collect(Collectors.toUnmodifiableSet());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aapl | AAPL",
                "$AAPL | AAPL",
                "\u0410\u0410\u0420L | AAPL",
                "\u0430\u0430\u0440l | AAPL",
                "\u0391APL | AAPL",
                "\uFF21\uFF21\uFF30\uFF2C | AAPL",
                "\u200BAA\u200BPL\u00A0 | AAPL",
                "\uFF04aapl | AAPL",
                "NASDAQ:AAPL | AAPL",
                "brk-b | BRK.B",
                "brk/b | BRK.B",
                "BRK B | BRK.B",
                "brk\u2013b | BRK.B",
                "eurusd | EURUSD=X",
                "EUR/USD | EURUSD=X",
                "btc/usd | BTC-USD",
                "btcusd | BTC-USD",
                "btc | BTC-USD",
                "gspc | ^GSPC",
                "zzzz | ZZZZ",
                "foo/b | FOO/B"
            })
    void what_people_type_is_understood(String typed, String meant) {
        assertThat(SymbolReader.read(typed, KNOWN::contains, true)).contains(Symbol.of(meant));
    }

    @ParameterizedTest
    @CsvSource({"brk/b,BRK.B", "eurusd,EURUSD=X", "EUR/USD,EURUSD=X", "aapl,AAPL", "googel,GOOGEL", "btc-usd,BTC-USD"})
    void without_the_instruments_the_usual_is_meant(String typed, String meant) {
        assertThat(SymbolReader.read(typed, symbol -> false, false)).contains(Symbol.of(meant));
    }

    @ParameterizedTest
    @CsvSource({"two words", "''", "$", "-", "!?", "12345678901234567890123456789012345678901234567890123456789012345"})
    void what_cannot_be_a_symbol_is_none(String typed) {
        assertThat(SymbolReader.read(typed, KNOWN::contains, true)).isEmpty();
    }

    @Test
    void a_symbol_that_exists_is_never_read_as_another() {
        for (Symbol symbol : KNOWN) {
            assertThat(SymbolReader.read(symbol.text(), KNOWN::contains, true)).contains(symbol);
            assertThat(SymbolReader.read(symbol.text().toLowerCase(java.util.Locale.ROOT), KNOWN::contains, true))
                    .contains(symbol);
        }
    }

    @Property
    void anything_is_a_symbol_or_none_and_reading_it_again_changes_nothing(@ForAll String typed) {
        SymbolReader.read(typed, KNOWN::contains, true)
                .ifPresent(symbol -> assertThat(SymbolReader.read(symbol.text(), KNOWN::contains, true))
                        .contains(symbol));
    }
}
