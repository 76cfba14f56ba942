package dev.liveticker.desktop.portfolio;

import static dev.liveticker.desktop.portfolio.Trades.TODAY;
import static dev.liveticker.desktop.portfolio.Trades.YESTERDAY;
import static dev.liveticker.desktop.portfolio.Trades.buy;
import static dev.liveticker.desktop.portfolio.Trades.portfolio;
import static dev.liveticker.desktop.portfolio.Trades.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionCsvTest {

    private static final List<Transaction> TWO =
            List.of(buy(Some.AAPL, "10", "189.25", "1.5", YESTERDAY), sell(Some.MSFT, "1500", "402.1", "0", TODAY));

    @TempDir
    Path directory;

    @Test
    void an_english_file_with_columns_in_any_order_is_read() {
        assertRead("""
                Ticker,Trade Date,Commission,Qty,Price,Action,Note
                aapl,2026-11-24,1.50,10,189.25,Buy,"first, ""and"" best"
                MSFT,2026-11-25T09:30:00Z,,"1,500",402.10,sell,
                """);
    }

    @Test
    void a_german_file_is_read() {
        assertRead("""
                Datum;Kürzel;Kauf/Verkauf;Stückzahl;Kurs;Gebühren

                24.11.2026;AAPL;Kauf;10;189,25;1,50
                25.11.2026;MSFT;Verkauf;1.500;402,10;
                """);
    }

    @Test
    void a_file_without_fees_or_with_tabs_or_from_an_old_spreadsheet_is_read() {
        assertThat(read("date\tsymbol\tside\tquantity\tprice\r2026-11-25\tMSFT\tv\t1500\t402.10\r")
                        .transactions())
                .containsExactly(TWO.get(1));
    }

    @Test
    void a_spreadsheet_may_write_it_in_any_of_its_alphabets() throws IOException {
        String text = "Datum;Symbol;Typ;Stück;Preis;Gebühr\n24.11.2026;AAPL;Kauf;10;189,25;1,5\n";
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            Path file = directory.resolve(charset.name() + ".csv");
            Files.writeString(file, text, charset);
            assertThat(TransactionCsv.read(file, TODAY).transactions())
                    .as(charset.name())
                    .containsExactly(TWO.getFirst());
        }
        Path marked = directory.resolve("bom.csv");
        Files.writeString(marked, '\uFEFF' + text);
        assertThat(TransactionCsv.read(marked, TODAY).transactions()).containsExactly(TWO.getFirst());
    }

    @Test
    void a_file_is_taken_whole_or_not_at_all_and_says_what_is_wrong_in_which_line() {
        CsvReading reading = read("""
                date,symbol,side,quantity,price,fee
                2026-11-25,AAPL,buy,1,1,0
                2026-02-30,AAPL,buy,1,1,0
                2026-11-26,AAPL,buy,1,1,0
                2026-11-25,no symbol,buy,1,1,0

                2026-11-25,AAPL,hold,1,1,0
                2026-11-25,AAPL,buy,0,1,0
                2026-11-25,AAPL,buy,many,"1,5",-1
                2026-11-25,AAPL
                """);

        assertThat(reading.transactions()).isEmpty();
        assertThat(reading.problems())
                .extracting(CsvReading.Problem::line)
                .containsExactly(3, 4, 5, 7, 8, 9, 9, 9, 10, 10, 10);
        assertThat(reading.problems().getFirst().text())
                .isEqualTo("Line 3: \u201C2026-02-30\u201D is no date such as 2026-11-25 or 25.11.2026");
    }

    @Test
    void a_file_that_is_no_list_of_transactions_says_why() {
        assertProblem("", 0, "nothing in it");
        assertProblem("date,symbol,side,quantity,price", 0, "nothing in it");
        assertProblem("date,symbol,quantity,price\n2026-11-25,A,1,1", 1, "Side");
        assertProblem("date,symbol,side,quantity,price,date\nx,A,buy,1,1,x", 1, "Two columns");
        assertProblem("anything\nelse", 1, "Date");
    }

    @Test
    void a_quote_that_is_never_closed_is_found_where_it_begins() {
        CsvReading reading = read("date,symbol,side,quantity,price\n2026-11-25,A,buy,1,1\n2026-11-25,\"A,buy,1,1\n");

        assertThat(reading.problems()).extracting(CsvReading.Problem::line).containsExactly(3);
    }

    @Test
    void numbers_that_could_be_others_are_refused_unless_another_one_tells() {
        String header = "date;symbol;side;quantity;price\n";
        assertThat(read(header + "2026-11-25;A;buy;1;189.125\n").problems()).hasSize(1);
        assertThat(read(header + "2026-11-25;A;buy;1;189.125\n2026-11-25;A;buy;1;7.5\n")
                        .transactions())
                .extracting(Transaction::price)
                .first()
                .hasToString("189.125");
        assertThat(read(header + "2026-11-25;A;buy;1;189.125\n2026-11-25;A;buy;1;7,5\n")
                        .transactions())
                .extracting(Transaction::price)
                .first()
                .hasToString("189125");
        assertThat(read(header + "2026-11-25;A;buy;1;7\n").transactions()).hasSize(1);
    }

    @Test
    void more_than_a_portfolio_holds_is_refused() {
        String text = "date,symbol,side,quantity,price\n" + "2026-11-25,A,buy,1,1\n".repeat(Portfolio.MOST);
        assertThat(read(text).transactions()).hasSize(Portfolio.MOST);

        assertThat(read(text + "2026-11-25,A,buy,1,1\n").problems()).hasSize(1);
    }

    @Test
    void of_a_file_full_of_faults_the_first_hundred_are_told() {
        assertThat(read("date,symbol,side,quantity,price\n" + "x,x,x,x,x\n".repeat(500))
                        .problems())
                .hasSize(CsvReading.MOST_PROBLEMS);
    }

    @Test
    void of_a_cell_without_end_a_fault_tells_the_beginning() {
        String endless = "x".repeat(100_000) + '\n';
        CsvReading reading = read("date,symbol,side,quantity,price\n" + ('"' + endless + "\",").repeat(5) + '\n');

        assertThat(reading.problems())
                .hasSize(5)
                .allSatisfy(problem ->
                        assertThat(problem.text()).hasSizeLessThan(120).doesNotContain("\n"));
    }

    @Test
    void a_spreadsheet_is_given_no_formula() {
        Portfolio portfolio =
                portfolio(buy(Symbol.of("=A1"), "1", "1", "0", TODAY), buy(Symbol.of("-B"), "1", "1", "0", TODAY));

        String text = TransactionCsv.write(portfolio);

        assertThat(text).isEqualTo("""
                date,symbol,side,quantity,price,fee\r
                2026-11-25,'=A1,buy,1,1,0\r
                2026-11-25,'-B,buy,1,1,0\r
                """);
        assertThat(Portfolio.EMPTY.with(read(text).transactions())).isEqualTo(portfolio);
    }

    @Property(tries = 300)
    void what_is_written_is_read_again(@ForAll("portfolios") Portfolio portfolio) {
        if (portfolio.transactions().isEmpty()) {
            return;
        }
        CsvReading reading = read(TransactionCsv.write(portfolio));

        assertThat(reading.problems()).isEmpty();
        assertThat(Portfolio.EMPTY.with(reading.transactions())).isEqualTo(portfolio);
    }

    @Property(tries = 3_000)
    void no_text_whatever_makes_it_fail(@ForAll("tricky") String text) {
        CsvReading reading = read("date,symbol,side,quantity,price\n" + text);

        assertThat(reading.transactions().isEmpty() || reading.problems().isEmpty())
                .isTrue();
        assertThat(read(text).transactions()).isEmpty();
    }

    @Provide
    Arbitrary<Portfolio> portfolios() {
        return Trades.portfolios();
    }

    @Provide
    Arbitrary<String> tricky() {
        return Arbitraries.strings().withChars("=+-@'\",;\t\r\n a1").ofMaxLength(40);
    }

    private static void assertProblem(String text, int line, String words) {
        assertThat(read(text).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.text()).contains(words);
        });
    }

    private static void assertRead(String text) {
        CsvReading reading = read(text);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.transactions()).isEqualTo(TWO);
    }

    private static CsvReading read(String text) {
        return TransactionCsv.read(text, TODAY);
    }
}
