package dev.liveticker.server.recording.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    private static final String TRADES = "time,symbol,price,size\n";
    private static final String BARS = "time,symbol,open,high,low,close,volume\n";

    @TempDir
    private Path folder;

    private List<Row> rows(String text) throws IOException {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> rows(byte[] bytes) throws IOException {
        return rows(Files.write(folder.resolve("a.csv"), bytes));
    }

    private static List<Row> rows(Path path) throws IOException {
        try (CsvFile file = CsvFile.open(path)) {
            List<Row> rows = new ArrayList<>();
            for (Row row = file.next(); row != null; row = file.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    @Test
    void trades_are_read_whatever_way_the_file_was_saved() throws IOException {
        String text = """
                Time, Symbol ,"price",SIZE,side

                # a remark
                2026-03-06T14:30:00Z,aapl,187.25,100,buy
                1772807401,"AAPL","187.5","1",S
                1772807402,"BRK.B",500,0.001,
                """;
        for (String saved : List.of(text, text.replace("\n", "\r\n"), "\uFEFF" + text, text.stripTrailing())) {
            List<Row> rows = rows(saved);
            assertThat(rows).hasSize(3);
            Row.TradeRow first = (Row.TradeRow) rows.get(0);
            assertThat(first.time()).isEqualTo(1_772_807_400_000_000L);
            assertThat(first.symbol()).isEqualTo(Symbol.of("AAPL"));
            assertThat(first.price()).isEqualTo(new BigDecimal("187.25"));
            assertThat(first.size()).isEqualTo(new BigDecimal("100"));
            assertThat(first.side()).isEqualTo(Side.BUY);
            assertThat(((Row.TradeRow) rows.get(1)).side()).isEqualTo(Side.SELL);
            assertThat(((Row.TradeRow) rows.get(2)).side()).isNull();
        }
    }

    @Test
    void columns_may_stand_in_any_order() throws IOException {
        Row.BarRow bar =
                (Row.BarRow) rows("symbol,volume,close,low,high,open,time\nEURUSD=X,0,1.2,1.1,1.3,1.15,2026-03-06\n")
                        .getFirst();
        assertThat(bar.open()).isEqualTo(new BigDecimal("1.15"));
        assertThat(bar.high()).isEqualTo(new BigDecimal("1.3"));
        assertThat(bar.volume()).isEqualTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1772807400,AAPL,abc,1 | line 2, column 3 (price): a positive decimal expected | \"abc\"",
                "1772807400,AAPL,NaN,1 | column 3 (price) | \"NaN\"",
                "1772807400,AAPL,-5,1 | column 3 (price) | \"-5\"",
                "1772807400,AAPL,0.00,1 | column 3 (price): more than 0 expected | \"0.00\"",
                "1772807400,AAPL,1e5,1 | column 3 (price) | \"1e5\"",
                "1772807400,AAPL,'1,5',1 | 4 columns expected, 5 found | line 2",
                "1772807400,AAPL,,1 | column 3 (price) | \"\"",
                "1772807400,AAPL,5,0 | column 4 (size): more than 0 expected | \"0\"",
                "1772807400,AAPL,1234567890123456,1 | at most 15 digits before the point | column 3",
                "1772807400,AAPL,0.1234567890123,1 | and 12 after it | column 3",
                "1772807400,A@PL,5,1 | column 2 (symbol) | \"A@PL\"",
                "1772807400,,5,1 | column 2 (symbol) | \"\"",
                "2026-03-06T09:30:00,AAPL,5,1 | column 1 (time) | offset",
                "1772807400,AAPL,5 | 4 columns expected, 3 found | line 2",
                "1772807400,\"AAPL,5,1 | the quotation mark at character 12 is never closed | line 2",
                "1772807400,\"AAPL\"x,5,1 | a comma expected at character 18 | line 2"
            })
    void a_row_that_makes_no_sense_is_refused_by_line_column_and_value(String row, String what, String shown) {
        assertThatThrownBy(() -> rows(TRADES + row.replace("'", "") + "\n"))
                .isInstanceOf(MalformedCsvException.class)
                .hasMessageStartingWith("a.csv, line 2")
                .hasMessageContaining(what)
                .hasMessageContaining(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-06,A,10,9,8,10,5 | column 4 (high): at least open and close expected",
                "2026-03-06,A,10,12,11,12,5 | column 5 (low): at most open and close expected",
                "2026-03-06,A,10,12,9,11,-5 | column 7 (volume): 0 or a positive decimal expected",
                "2026-03-06,A,10,12,0,11,5 | column 5 (low): more than 0 expected"
            })
    void a_bar_that_cannot_be_is_refused(String row, String what) {
        assertThatThrownBy(() -> rows(BARS + row))
                .hasMessageContaining("a.csv, line 2")
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | a.csv: it is empty",
                "'\n\n' | a.csv: it is empty",
                "'time,symbol,price\n' | a.csv, line 1: the columns time,symbol,price,size (and side) or time,symbol,open",
                "'time,symbol,price,size,price\n' | a.csv, line 1: the columns",
                "'time,symbol,price,size,venue\n' | a.csv, line 1: the columns",
                "'\n\nnonsense\n' | a.csv, line 3: the columns"
            })
    void a_file_without_columns_that_make_sense_is_refused(String text, String what) {
        assertThatThrownBy(() -> rows(text)).hasMessageContaining(what);
    }

    @Test
    void a_file_in_another_encoding_is_refused() throws IOException {
        assertThatThrownBy(() -> rows((TRADES + "1772807400,AAPL,5,1\n").getBytes(StandardCharsets.UTF_16)))
                .hasMessage("a.csv: it is in UTF-16; UTF-8 expected");
        assertThatThrownBy(() -> rows((TRADES + "1,Ä,5,1\n").getBytes(Charset.forName("windows-1252"))))
                .hasMessage("a.csv, line 2: byte 3 is not UTF-8, which is expected");
        assertThatThrownBy(() -> rows((TRADES + "1,A\0\u001b[31m,5,1\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("column 2 (symbol)")
                .hasMessageContaining("\"A??[31m\"");
    }

    @Test
    void a_line_without_end_costs_no_memory() {
        assertThatThrownBy(() -> rows(TRADES + "1".repeat(10_000_000)))
                .hasMessage("a.csv, line 2: it is longer than 4096 bytes");
        assertThatThrownBy(() -> rows(TRADES + "1772807400,AAPL," + "9".repeat(4_000) + ",1\n"))
                .satisfies(e ->
                        assertThat(e.getMessage()).contains("column 3 (price)").hasSizeLessThan(300));
    }

    @Test
    void a_folder_or_a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> rows(folder)).isInstanceOf(IOException.class).hasMessageContaining("" + folder);
        assertThatThrownBy(() -> rows(folder.resolve("no.csv")))
                .hasMessage("there is no file " + folder.resolve("no.csv"));
    }

    @Test
    void rows_that_are_a_little_out_of_order_are_put_in_order() throws IOException {
        List<Integer> seconds =
                new ArrayList<>(IntStream.range(0, 5_000).boxed().toList());
        Random random = new Random(3);
        for (int from = 0; from < 5_000; from += 500) {
            Collections.shuffle(seconds.subList(from, from + 500), random);
        }
        StringBuilder text = new StringBuilder(TRADES);
        seconds.forEach(second -> text.append(1_772_807_400 + second).append(",AAPL,5,1\n"));

        assertThat(rows(text.toString()))
                .hasSize(5_000)
                .isSortedAccordingTo((a, b) -> Long.compare(a.time(), b.time()));
    }

    @Test
    void a_row_that_is_far_out_of_order_is_refused() {
        StringBuilder text = new StringBuilder(TRADES);
        for (int i = 1; i < 3_000; i++) {
            text.append(1_772_807_400 + i).append(",AAPL,5,1\n");
        }
        text.append("1772807400,AAPL,5,1\n");

        assertThatThrownBy(() -> rows(text.toString()))
                .hasMessageContaining("a.csv, line 3001, column 1 (time): it belongs more than 1000 rows before");
    }

    @Property(tries = 500)
    void any_bytes_are_rows_or_refused(@ForAll byte[] bytes, @ForAll boolean headed) throws IOException {
        Path file = Files.createTempFile("any", ".csv");
        try {
            byte[] start = headed ? TRADES.getBytes(StandardCharsets.UTF_8) : new byte[0];
            byte[] all = new byte[start.length + bytes.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(bytes, 0, all, start.length, bytes.length);
            Files.write(file, all);
            assertThat(rows(file)).allMatch(row -> row.symbol() != null);
        } catch (MalformedCsvException e) {
            assertThat(e).hasMessageStartingWith(String.valueOf(file.getFileName()));
        } finally {
            Files.delete(file);
        }
    }
}
