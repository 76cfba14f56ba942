package dev.liveticker.server.recording.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.MarketHistory;
import dev.liveticker.server.recording.RecordedBatch;
import dev.liveticker.server.recording.RecordingHeader;
import dev.liveticker.server.recording.RecordingReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvImportTest {

    private static final Symbol AAPL = Symbol.of("AAPL");
    private static final Symbol XYZ = Symbol.of("XYZ");
    private static final long DAY = Interval.ONE_DAY.micros();

    @TempDir
    private Path folder;

    /** What a recording holds. */
    private record Recorded(RecordingHeader header, List<RecordedBatch> batches, long end) {

        private static Recorded read(Path file) throws IOException {
            try (RecordingReader reader = RecordingReader.open(file)) {
                List<RecordedBatch> batches = new ArrayList<>();
                for (RecordedBatch batch = reader.next(); batch != null; batch = reader.next()) {
                    batches.add(batch);
                }
                assertThat(reader.ending().fault()).isNull();
                return new Recorded(reader.header(), batches, reader.ending().end());
            }
        }

        private <T> List<T> events(Class<T> type) {
            return batches.stream()
                    .flatMap(batch -> batch.events().stream())
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }
    }

    private Path csv(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Recorded imported(CsvImport.Settings settings, Path... files) throws IOException {
        Path out = folder.resolve("out.ltr");
        new CsvImport(List.of(files), settings).into(out, "test 1");
        return Recorded.read(out);
    }

    @Test
    void trades_become_trades_and_quotes_of_what_is_known() throws IOException {
        Recorded recorded = imported(CsvImport.Settings.derived(), csv("t.csv", """
                        time,symbol,price,size,side
                        2026-03-06T14:30:00Z,AAPL,187.25,100,buy
                        2026-03-06T14:30:00Z,XYZ,5,1,
                        2026-03-06T14:30:01.5Z,AAPL,187.2,50,
                        2026-03-07T00:00:00Z,AAPL,187.3,1,
                        """));

        RecordingHeader header = recorded.header();
        assertThat(header.simulated()).isFalse();
        assertThat(header.source()).isEqualTo("CSV t.csv");
        assertThat(header.madeBy()).isEqualTo("test 1");
        assertThat(header.instruments())
                .containsExactly(
                        new Instrument(
                                AAPL,
                                "Apple Inc.",
                                AssetClass.STOCK,
                                "USD",
                                new BigDecimal("0.01"),
                                header.instruments().getFirst().sector()),
                        new Instrument(XYZ, "XYZ", AssetClass.STOCK, "XXX", BigDecimal.ONE, null));
        assertThat(header.opening()).hasSize(2).allMatch(quote -> quote.last() == null && quote.bid() == null);
        long start = header.start();
        assertThat(recorded.batches())
                .extracting(RecordedBatch::arrival)
                .containsExactly(0L, 1_500_000L, 34_200_000_000L);
        assertThat(recorded.end()).isEqualTo(start + 34_200_000_000L);
        assertThat(recorded.events(Trade.class))
                .containsExactly(
                        new Trade(AAPL, 0, 1, new BigDecimal("187.25"), new BigDecimal("100"), Side.BUY, start),
                        new Trade(XYZ, 0, 1, new BigDecimal("5"), new BigDecimal("1"), Side.BUY, start),
                        new Trade(
                                AAPL,
                                0,
                                2,
                                new BigDecimal("187.20"),
                                new BigDecimal("50"),
                                Side.SELL,
                                start + 1_500_000),
                        new Trade(
                                AAPL,
                                0,
                                3,
                                new BigDecimal("187.30"),
                                new BigDecimal("1"),
                                Side.BUY,
                                start + 34_200_000_000L));
        List<Quote> quotes = recorded.events(Quote.class);
        assertThat(quotes).allMatch(quote -> quote.bid() == null && quote.ask() == null && quote.status() == null);
        assertThat(quotes.get(2).last()).isEqualTo(new BigDecimal("187.20"));
        assertThat(quotes.get(2).volume()).isEqualTo(new BigDecimal("150"));
        assertThat(quotes.get(2).low()).isEqualTo(new BigDecimal("187.20"));
        assertThat(quotes.get(2).high()).isNull();
        assertThat(quotes.get(3).previousClose()).isEqualTo(new BigDecimal("187.20"));
        assertThat(quotes.get(3).open()).isEqualTo(new BigDecimal("187.30"));
        assertThat(quotes.get(3).volume()).isEqualTo(new BigDecimal("1"));
    }

    @Test
    void files_are_merged_by_time() throws IOException {
        Recorded recorded = imported(
                CsvImport.Settings.derived(),
                csv("a.csv", "time,symbol,price,size\n1772807400,AAPL,1,1\n1772807402,AAPL,2,1\n"),
                csv("b.csv", "symbol,size,price,time\nXYZ,1,3,1772807401\nXYZ,1,4,1772807402\n"));

        assertThat(recorded.header().source()).isEqualTo("CSV a.csv, b.csv");
        assertThat(recorded.events(Trade.class))
                .extracting(trade -> trade.price().toPlainString())
                .containsExactly("1", "3", "2", "4");
    }

    @Test
    void a_bar_goes_first_to_what_is_nearer_and_shares_its_volume() throws IOException {
        Recorded recorded = imported(new CsvImport.Settings(Interval.ONE_MINUTE, null), csv("b.csv", """
                        time,symbol,open,high,low,close,volume
                        1772807400,AAPL,10.0,12.5,9.5,11.0,10
                        1772807460,AAPL,10,11,8,8,3
                        1772807520,AAPL,10,10,10,10,7.5
                        """));

        assertThat(recorded.events(Trade.class))
                .extracting(trade -> trade.price().toPlainString() + " x "
                        + trade.size().toPlainString() + " at "
                        + (trade.time() - recorded.header().start()) / 1_000_000)
                .containsExactly(
                        "10.0 x 3 at 0",
                        "9.5 x 3 at 15",
                        "12.5 x 2 at 30",
                        "11.0 x 2 at 45",
                        "10.0 x 1 at 60",
                        "11.0 x 1 at 75",
                        "8.0 x 1 at 90",
                        "10.0 x 7.5 at 120");
        assertThat(recorded.header().simulated()).isTrue();
        assertThat(recorded.end() - recorded.header().start()).isEqualTo(180_000_000L);
    }

    /** Bars of two symbols, with holes, as they stand in a file. */
    @Provide
    Arbitrary<List<Bar>> bars() {
        Arbitrary<BigDecimal> prices =
                Arbitraries.longs().between(1, 2_000_000).map(ticks -> BigDecimal.valueOf(ticks, 4));
        return Combinators.combine(
                        Arbitraries.of(Interval.class),
                        Combinators.combine(
                                        Arbitraries.of(AAPL, Symbol.of("^XYZ")),
                                        Arbitraries.integers().between(0, 40),
                                        prices.list().ofSize(4),
                                        Arbitraries.longs()
                                                .between(0, 10_000_000)
                                                .map(units -> BigDecimal.valueOf(units, 2)))
                                .as((symbol, place, p, volume) -> bar(symbol, place, p, volume))
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(40)
                                .uniqueElements(bar -> bar.symbol() + " " + bar.start()))
                .as((interval, bars) -> bars.stream()
                        .map(bar -> new Bar(
                                bar.symbol(),
                                0,
                                interval,
                                20_000 * DAY + bar.start() * interval.micros(),
                                bar.open(),
                                bar.high(),
                                bar.low(),
                                bar.close(),
                                bar.volume(),
                                0,
                                false))
                        .toList());
    }

    private static Bar bar(Symbol symbol, int place, List<BigDecimal> p, BigDecimal volume) {
        BigDecimal high = p.stream().reduce(BigDecimal::max).orElseThrow();
        BigDecimal low = p.stream().reduce(BigDecimal::min).orElseThrow();
        return new Bar(symbol, 0, Interval.ONE_MINUTE, place, p.get(0), high, low, p.get(1), volume, 0, false);
    }

    @Property(tries = 150)
    void the_bars_built_of_what_was_imported_are_those_of_the_file(@ForAll("bars") List<Bar> bars) throws IOException {
        Interval interval = bars.getFirst().interval();
        StringBuilder text = new StringBuilder("time,symbol,open,high,low,close,volume\n");
        for (Bar bar : bars) {
            text.append("%d,%s,%s,%s,%s,%s,%s%n"
                    .formatted(
                            bar.start(), bar.symbol(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()));
        }
        Path there = Files.createTempDirectory("bars");
        Path csv = Files.writeString(there.resolve("b.csv"), text);
        Path out = there.resolve("b.ltr");
        new CsvImport(List.of(csv), new CsvImport.Settings(interval, null)).into(out, "test 1");
        Recorded recorded = Recorded.read(out);
        Files.delete(csv);
        Files.delete(out);
        Files.delete(there);

        MarketHistory history = new MarketHistory(recorded.header().instruments());
        for (RecordedBatch batch : recorded.batches()) {
            for (MarketEvent event : batch.events()) {
                if (event instanceof Trade trade) {
                    history.advance(trade.time(), closed -> {});
                    history.add(trade);
                }
            }
        }
        for (Symbol symbol : List.of(AAPL, Symbol.of("^XYZ"))) {
            List<Bar> expected = bars.stream()
                    .filter(bar -> bar.symbol().equals(symbol))
                    .sorted((a, b) -> Long.compare(a.start(), b.start()))
                    .toList();
            List<Bar> rebuilt = history.bars(symbol, interval, 0, Long.MAX_VALUE, 100);
            assertThat(rebuilt).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(rebuilt.get(i))
                        .usingRecursiveComparison()
                        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .ignoringFields("closed", "trades")
                        .isEqualTo(expected.get(i));
            }
        }
    }

    @Test
    void how_long_bars_are_is_told_by_the_closest() throws IOException {
        String header = "time,symbol,open,high,low,close,volume\n";
        Path days = csv("d.csv", header + "2026-03-05,A,1,1,1,1,1\n2026-03-06,A,1,1,1,1,1\n2026-03-09,A,1,1,1,1,1\n");
        Recorded recorded = imported(CsvImport.Settings.derived(), days);
        assertThat(recorded.end() - recorded.header().start()).isEqualTo(5 * DAY);

        Path odd = csv("odd.csv", header + "1772807400,A,1,1,1,1,1\n1772807520,A,1,1,1,1,1\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvImport(List.of(odd), CsvImport.Settings.derived())
                        .into(folder.resolve("odd.ltr"), "test"))
                .withMessageContaining("2m apart: name the length with --interval, one of 1m 5m 15m 1h 1d");
        Path one = csv("one.csv", header + "1772807400,A,1,1,1,1,1\n1772807400,B,1,1,1,1,1\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvImport(List.of(one), CsvImport.Settings.derived())
                        .into(folder.resolve("one.ltr"), "test"))
                .withMessageContaining("no symbol has two bars");
    }

    @Test
    void what_makes_no_sense_together_is_refused_and_leaves_no_file() throws IOException {
        String bars = "time,symbol,open,high,low,close,volume\n";
        Path trades = csv("t.csv", "time,symbol,price,size\n1772807400,A,1.05,1\n");
        CsvImport.Settings derived = CsvImport.Settings.derived();
        refused("b.csv: it is of BARS, and t.csv of TRADES", derived, trades, csv("b.csv", bars));
        refused("e.csv: no row is there", derived, csv("e.csv", "time,symbol,price,size\n\n"));
        refused(
                "t.csv, line 2, column 3 (price): a multiple of the tick size 0.1 expected; found \"1.05\"",
                new CsvImport.Settings(null, new BigDecimal("0.1")),
                trades);
        refused(
                "two.csv, line 3, column 1 (time): a second bar of A at the same time",
                derived,
                csv("two.csv", bars + "1772807400,A,1,1,1,1,1\n1772807400,A,1,1,1,1,1\n"));
        refused(
                "odd.csv, line 2, column 1 (time): a whole multiple of 1h since 1970 in UTC expected",
                new CsvImport.Settings(Interval.ONE_HOUR, null),
                csv("odd.csv", bars + "1772807400,A,1,1,1,1,1\n"));
        refused(
                "big.csv, line 2, column 2 (symbol): a price of it is too large for its 12 decimals",
                derived,
                csv(
                        "big.csv",
                        "time,symbol,price,size\n1772807400,A,123456789012345,1\n1772807401,A,0.000000000001,1\n"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".csv"));
        }
    }

    private void refused(String why, CsvImport.Settings settings, Path... files) {
        assertThatThrownBy(() -> new CsvImport(List.of(files), settings).into(folder.resolve("no.ltr"), "test"))
                .isInstanceOf(MalformedCsvException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_recording_that_is_there_is_left_alone() throws IOException {
        Path out = csv("out.ltr", "mine");
        Path trades = csv("t.csv", "time,symbol,price,size\n1772807400,A,1.05,1\n");
        assertThatThrownBy(() -> new CsvImport(List.of(trades), CsvImport.Settings.derived()).into(out, "test"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("already");
        assertThat(out).hasContent("mine");
    }

    @Test
    void what_an_unknown_symbol_is_can_be_told_by_its_form() {
        ImportedInstruments known = new ImportedInstruments();
        BigDecimal tick = new BigDecimal("0.5");
        assertThat(known.of(Symbol.of("ABCXYZ=X"), tick))
                .isEqualTo(new Instrument(Symbol.of("ABCXYZ=X"), "ABCXYZ=X", AssetClass.FX, "XYZ", tick, null));
        assertThat(known.of(Symbol.of("PEPE-USD"), tick).kind()).isEqualTo(AssetClass.CRYPTO);
        assertThat(known.of(Symbol.of("PEPE-USDT"), tick).currency()).isEqualTo("XXX");
        assertThat(known.of(Symbol.of("^MINE"), tick).kind()).isEqualTo(AssetClass.INDEX);
        assertThat(known.of(AAPL, tick).tickSize()).isEqualTo(tick);
    }
}
