package dev.liveticker.server.transport.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentSearchTest {

    private static final List<Instrument> INSTRUMENTS = List.of(
            instrument("KO", "Coca-Cola Company"),
            instrument("AAPL", "Apple Inc."),
            instrument("APLE", "Apple Hospitality"),
            instrument("PINE", "Big Apple Pineapple"),
            instrument("A", "Agilent Technologies"),
            instrument("^GSPC", "S&P 500 Index"),
            instrument("EURUSD=X", "Euro / US Dollar"));

    private static Instrument instrument(String symbol, String name) {
        return new Instrument(Symbol.of(symbol), name, AssetClass.STOCK, "USD", new BigDecimal("0.01"), null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a          | A AAPL APLE PINE EURUSD=X KO
                    apple      | AAPL APLE PINE
                    APL        | APLE AAPL
                    aapl       | AAPL
                    pine       | PINE
                    ^gs        | ^GSPC
                    =x         | EURUSD=X
                    s&p        | ^GSPC
                    'us dollar' | EURUSD=X
                    zzz        | ''
                    """)
    void the_best_match_comes_first(String query, String symbols) {
        assertThat(InstrumentSearch.find(INSTRUMENTS, query).stream()
                        .map(instrument -> instrument.symbol().text()))
                .containsExactly(symbols.isEmpty() ? new String[0] : symbols.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"''", "'  '"})
    void a_blank_query_finds_all(String query) {
        assertThat(InstrumentSearch.find(INSTRUMENTS, query)).hasSameElementsAs(INSTRUMENTS);
    }
}
