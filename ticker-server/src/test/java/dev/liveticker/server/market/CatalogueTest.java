package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    private static final String HEADER =
            "symbol,name,kind,currency,tickSize,sector,price,volatility,quotesPerSecond,tradeSize\n";
    private static final String APPLE = "AAPL,Apple Inc.,stock,USD,0.01,Technology,254.63,0.26,24,110\n";

    @Test
    void the_built_in_one_covers_every_kind_of_instrument() {
        List<Listing> listings = Catalogue.builtIn().listings();

        assertThat(listings).hasSizeGreaterThanOrEqualTo(220);
        assertThat(listings).extracting(Listing::symbol).doesNotHaveDuplicates();
        assertThat(listings).extracting(listing -> listing.instrument().kind()).contains(AssetClass.values());
        assertThat(listings)
                .extracting(listing -> listing.symbol().text())
                .contains("AAPL", "BRK.B", "^GSPC", "^GDAXI", "BTC-USD", "EURUSD=X");
    }

    @Test
    void the_built_in_prices_reach_from_a_hundred_thousandth_to_half_a_million() {
        List<BigDecimal> prices = Catalogue.builtIn().listings().stream()
                .map(Listing::price)
                .sorted()
                .toList();

        assertThat(prices.getFirst()).isLessThanOrEqualTo(new BigDecimal("0.00001"));
        assertThat(prices.getLast()).isGreaterThanOrEqualTo(new BigDecimal("500000"));
    }

    @Test
    void the_built_in_names_are_read_as_utf_8() {
        Listing reinsurer =
                Catalogue.builtIn().select(Set.of(Symbol.of("MUV2.DE"))).getFirst();

        assertThat(reinsurer.instrument().name()).isEqualTo("M\u00fcnchener R\u00fcckversicherungs-Gesellschaft AG");
    }

    @Test
    void only_what_is_not_traded_has_no_trade_size() {
        assertThat(Catalogue.builtIn().listings())
                .allSatisfy(listing -> assertThat(listing.tradeSize() == null)
                        .isEqualTo(listing.instrument().kind() == AssetClass.INDEX));
    }

    @Test
    void a_file_may_hold_comments_blank_lines_quotation_marks_and_windows_line_ends() throws Exception {
        Catalogue catalogue = read("\uFEFF# mine\r\n\r\n" + HEADER.replace("\n", "\r\n")
                + "x,\"The \"\"X\"\", Inc.\",stock,EUR,0.05,,12.35,0.3,2,100\r\n");

        assertThat(catalogue.listings())
                .extracting(
                        Listing::symbol,
                        listing -> listing.instrument().name(),
                        listing -> listing.instrument().sector())
                .containsExactly(tuple(Symbol.of("X"), "The \"X\", Inc.", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A B,Name,stock,USD,0.01,,1,0.2,1,1 | symbol",
                "AAPL,Apple,stock,USD,0.01,,1,0.2,1,1 | symbol",
                "X,,stock,USD,0.01,,1,0.2,1,1 | name",
                "X,Name,bond,USD,0.01,,1,0.2,1,1 | kind",
                "X,Name,stock,DOLLAR,0.01,,1,0.2,1,1 | currency",
                "X,Name,stock,USD,0,,1,0.2,1,1 | tickSize",
                "X,Name,stock,USD,1e-2,,1,0.2,1,1 | tickSize",
                "X,Name,stock,USD,0.02,,1.01,0.2,1,1 | price",
                "X,Name,stock,USD,0.01,,-1,0.2,1,1 | price",
                "X,Name,stock,USD,0.000000000001,,1000000000,0.2,1,1 | price",
                "X,Name,stock,USD,0.01,,1,NaN,1,1 | volatility",
                "X,Name,stock,USD,0.01,,1,10.1,1,1 | volatility",
                "X,Name,stock,USD,0.01,,1,0.2,0,1 | quotesPerSecond",
                "X,Name,stock,USD,0.01,,1,0.2,1, | tradeSize",
                "^X,Name,index,USD,0.01,,1,0.2,1,5 | tradeSize",
            })
    void a_field_that_makes_no_sense_is_named_by_line_and_column(String line, String column) {
        assertThatThrownBy(() -> read(HEADER + APPLE + line + "\n"))
                .isInstanceOf(MalformedCatalogueException.class)
                .hasMessageStartingWith("mine.csv, line 3, column " + column + ": ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X,Name,stock | 10 columns expected, 3 found",
                "X,\"Name,stock | the quotation mark at character 3 is never closed",
                "X,\"Na\"me,stock | a comma expected at character 7",
            })
    void a_line_that_makes_no_sense_is_named(String line, String what) {
        assertThatThrownBy(() -> read(HEADER + APPLE + line + "\n"))
                .isInstanceOf(MalformedCatalogueException.class)
                .hasMessage("mine.csv, line 3: " + what);
    }

    @Test
    void a_long_field_is_shown_in_part() {
        assertThatThrownBy(() -> read(HEADER + "X".repeat(5_000) + ",Name,stock,USD,0.01,,1,0.2,1,1"))
                .isInstanceOf(MalformedCatalogueException.class)
                .message()
                .hasSizeLessThan(200);
    }

    @Test
    void a_file_without_the_right_first_line_says_what_it_should_be() {
        assertThatThrownBy(() -> read(APPLE)).hasMessage("mine.csv, line 1: the columns expected: " + HEADER.strip());
    }

    @Test
    void a_file_that_lists_nothing_is_no_catalogue() {
        assertThatThrownBy(() -> read(HEADER)).hasMessage("mine.csv, line 1: it lists no instrument");
        assertThatThrownBy(() -> read("")).hasMessage("mine.csv, line 1: it lists no instrument");
    }

    @Test
    void a_selection_keeps_the_catalogues_order_and_none_means_all() {
        Catalogue catalogue = Catalogue.builtIn();

        assertThat(catalogue.select(List.of(Symbol.of("BTC-USD"), Symbol.of("AAPL"))))
                .extracting(Listing::symbol)
                .containsExactly(Symbol.of("AAPL"), Symbol.of("BTC-USD"));
        assertThat(catalogue.select(Set.of())).isEqualTo(catalogue.listings());
    }

    @Test
    void symbols_it_lacks_are_all_listed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Catalogue.builtIn().select(List.of(Symbol.of("ZZZ"), Symbol.of("AAPL"), Symbol.of("NONE"))))
                .withMessage("unknown symbols: NONE, ZZZ");
    }

    private static Catalogue read(String text) throws IOException, MalformedCatalogueException {
        return Catalogue.read(new StringReader(text), "mine.csv");
    }
}
