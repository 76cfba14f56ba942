package dev.liveticker.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void columns_may_come_in_any_order_and_case_and_most_may_be_left_out() throws Exception {
        Catalogue catalogue = read("Price, SYMBOL ,name\n12.5, x ,\"X, Inc.\"\n7,y,\n");

        assertThat(catalogue.listings()).containsExactly(listing("X", "X, Inc.", "12.5"), listing("Y", "Y", "7"));
    }

    private static Listing listing(String symbol, String name, String price) {
        return new Listing(
                new Instrument(Symbol.of(symbol), name, AssetClass.STOCK, "USD", new BigDecimal("0.01"), null),
                new BigDecimal(price),
                0.3,
                5,
                new BigDecimal("100"));
    }

    @Test
    void what_is_left_empty_means_what_is_usual_and_an_index_is_not_traded() throws Exception {
        Catalogue catalogue = read(HEADER + "^X,,index,,,,5,,,\nX,,,,,,5,,,\n");

        assertThat(catalogue.listings().getFirst().tradeSize()).isNull();
        assertThat(catalogue.listings().getLast()).isEqualTo(listing("X", "X", "5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A B,Name,stock,USD,0.01,,1,0.2,1,1 | 1 (symbol)",
                ",Name,stock,USD,0.01,,1,0.2,1,1 | 1 (symbol)",
                "AAPL,Apple,stock,USD,0.01,,1,0.2,1,1 | 1 (symbol)",
                "X,Name,bond,USD,0.01,,1,0.2,1,1 | 3 (kind)",
                "X,Name,stock,DOLLAR,0.01,,1,0.2,1,1 | 4 (currency)",
                "X,Name,stock,USD,0,,1,0.2,1,1 | 5 (tickSize)",
                "X,Name,stock,USD,1e-2,,1,0.2,1,1 | 5 (tickSize)",
                "X,Name,stock,USD,0.02,,1.01,0.2,1,1 | 7 (price)",
                "X,Name,stock,USD,,,1.001,0.2,1,1 | 7 (price)",
                "X,Name,stock,USD,0.01,,,0.2,1,1 | 7 (price)",
                "X,Name,stock,USD,0.01,,-1,0.2,1,1 | 7 (price)",
                "X,Name,stock,USD,0.000000000001,,1000000000,0.2,1,1 | 7 (price)",
                "X,Name,stock,USD,0.010000000000,,100000000,0.2,1,1 | 7 (price)",
                "X,Name,stock,USD,0.01,,1,NaN,1,1 | 8 (volatility)",
                "X,Name,stock,USD,0.01,,1,10.1,1,1 | 8 (volatility)",
                "X,Name,stock,USD,0.01,,1,0.2,0,1 | 9 (quotesPerSecond)",
                "X,Name,stock,USD,0.01,,1,0.2,1,-5 | 10 (tradeSize)",
                "X,Name,stock,USD,0.01,,1,0.2,1000,1000000001 | 10 (tradeSize)",
                "X,Name,fx,USD,0.01,,1,0.2,0.5,1000000000001 | 10 (tradeSize)",
                "^X,Name,index,USD,0.01,,1,0.2,1,5 | 10 (tradeSize)",
            })
    void a_field_that_makes_no_sense_is_named_by_line_and_column(String line, String column) {
        assertThatThrownBy(() -> read(HEADER + APPLE + line + "\n"))
                .isInstanceOf(MalformedCatalogueException.class)
                .hasMessageStartingWith("mine.csv, line 3, column " + column + ": ");
    }

    @Test
    void the_column_is_the_files_own() {
        assertThatThrownBy(() -> read("price,symbol\n1,A\n# two\n\nx,B\n"))
                .hasMessage("mine.csv, line 5, column 1 (price): a positive decimal expected, found \"x\"");
    }

    @Test
    void a_symbol_that_is_there_twice_is_said_to_be_and_where() {
        assertThatThrownBy(() -> read("symbol,price\nA,1\nB,1\n a ,2\n"))
                .hasMessage("mine.csv, line 4, column 1 (symbol): each symbol once expected, but line 2 has it too,"
                        + " found \"a\"");
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

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_may_end_as_any_system_ends_them(String end) {
        String text = String.join(end, "symbol,price", "", "A,1", "B,x", "");

        assertThatThrownBy(() -> read(text)).hasMessageStartingWith("mine.csv, line 4, column 2 (price): ");
    }

    @Test
    void a_long_field_is_shown_in_part() {
        assertThatThrownBy(() -> read(HEADER + "X".repeat(900) + ",Name,stock,USD,0.01,,1,0.2,1,1"))
                .isInstanceOf(MalformedCatalogueException.class)
                .message()
                .hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAPL,Apple | the first line names the columns, and \"AAPL\" (column 1) is none; there are ",
                "symbol;price | the first line names the columns, and \"symbol;price\" (column 1) is none; there are ",
                "symbol,price, | the first line names the columns, and \"\" (column 3) is none; there are ",
                "symbol,price,Symbol | the column symbol is there twice, again as column 3",
                "symbol,name | the column price is missing; there are ",
            })
    void a_first_line_that_makes_no_sense_says_what_it_should_be(String line, String what) {
        assertThatThrownBy(() -> read("\n# mine\n" + line + "\nA,1\n"))
                .isInstanceOf(MalformedCatalogueException.class)
                .hasMessageStartingWith("mine.csv, line 3: " + what);
    }

    @Test
    void a_file_that_lists_nothing_is_no_catalogue() {
        assertThatThrownBy(() -> read(HEADER)).hasMessage("mine.csv, line 1: it lists no instrument");
        assertThatThrownBy(() -> read("")).hasMessage("mine.csv, line 1: it lists no instrument");
        assertThatThrownBy(() -> read("# nothing\n\n")).hasMessage("mine.csv, line 2: it lists no instrument");
    }

    /** Gives the same text again and again, without end. */
    private static Reader endless(String text) {
        return new Reader() {
            private int at;

            @Override
            public int read(char[] into, int from, int length) {
                for (int i = 0; i < length; i++) {
                    into[from + i] = text.charAt(at++ % text.length());
                }
                return length;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void a_file_without_end_is_read_no_further_than_it_may_be_long() {
        assertThatThrownBy(() -> Catalogue.read(endless("#\n"), "mine.csv"))
                .hasMessage("mine.csv, line 100001: at most 100000 lines expected");
        assertThatThrownBy(() -> Catalogue.read(endless("x"), "mine.csv"))
                .hasMessage("mine.csv, line 1: at most 1000 characters expected in a line");
    }

    @Test
    void a_file_is_read_as_utf_8(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("mine.csv");
        Files.writeString(file, "\uFEFFsymbol,name,price\r\nA,M\u00fcnchner,1\r\n");
        assertThat(Catalogue.read(file).listings())
                .extracting(listing -> listing.instrument().name())
                .containsExactly("M\u00fcnchner");

        Files.writeString(file, "symbol,name,price\nA,M\u00fcnchner,1\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Catalogue.read(file))
                .hasMessage(file + ", line 2: character 4 is not text in UTF-8, which is expected");

        Files.writeString(file, "symbol,price\nA,1\n", StandardCharsets.UTF_16);
        assertThatThrownBy(() -> Catalogue.read(file))
                .hasMessage(file + ", line 1: character 1 is not text in UTF-8, which is expected");

        Files.writeString(file, "symbol,price\nA,1\n", StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> Catalogue.read(file))
                .hasMessage(file + ", line 1: character 2 is not text in UTF-8, which is expected");
    }

    @Test
    void a_file_that_cannot_be_read_is_named_with_the_reason(@TempDir Path folder) {
        assertThatThrownBy(() -> Catalogue.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder + " is a directory, not a file");
        assertThatThrownBy(() -> Catalogue.read(folder.resolve("none.csv")))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no file " + folder.resolve("none.csv"));
    }

    @Property
    void whatever_text_it_is_it_is_read_or_refused_by_line(@ForAll("texts") String text) throws IOException {
        try {
            assertThat(read("symbol,price,name\n" + text).listings()).isNotEmpty();
        } catch (MalformedCatalogueException e) {
            assertThat(e).hasMessageStartingWith("mine.csv, line ");
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("A1.,\"# \r\n\u00e9\uFFFD\0").ofMaxLength(60);
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
