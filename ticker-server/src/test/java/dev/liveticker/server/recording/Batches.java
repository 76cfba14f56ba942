package dev.liveticker.server.recording;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Batches with any content, and a recording to put them in. */
final class Batches {

    static final Symbol AAPL = Symbol.of("AAPL");
    static final Symbol MSFT = Symbol.of("MSFT");
    static final long START = Instant.parse("2026-03-06T14:30:00Z").getEpochSecond() * 1_000_000;

    private Batches() {}

    static RecordingHeader header(Symbol... symbols) {
        List<Instrument> instruments = new ArrayList<>();
        List<Quote> opening = new ArrayList<>();
        for (Symbol symbol : symbols) {
            instruments.add(
                    new Instrument(symbol, symbol.text(), AssetClass.STOCK, "USD", new BigDecimal("0.01"), null));
            opening.add(quote(symbol, START, "100.00", TradingStatus.OPEN));
        }
        return new RecordingHeader("test 1", "SCRIPTED", false, START, instruments, opening);
    }

    static Quote quote(Symbol symbol, long time, String last, TradingStatus status) {
        return new Quote(
                symbol,
                0,
                time,
                null,
                null,
                null,
                null,
                new BigDecimal(last),
                null,
                null,
                null,
                null,
                null,
                null,
                status);
    }

    static Trade trade(Symbol symbol, long id, long time) {
        return new Trade(symbol, 0, id, new BigDecimal("100.25"), BigDecimal.TEN, Side.BUY, time);
    }

    /** A batch of one trade of {@link #AAPL}, so many microseconds after the start. */
    static RecordedBatch batch(long id, long after) {
        return new RecordedBatch(START + after, after, List.of(trade(AAPL, id, START + after)));
    }

    static void write(Path file, RecordingHeader header, List<RecordedBatch> batches) throws IOException {
        try (RecordingWriter writer = RecordingWriter.create(file, header)) {
            for (RecordedBatch batch : batches) {
                writer.write(batch);
            }
            writer.finish(Long.MIN_VALUE);
        }
    }

    /** All that a file gives. */
    static List<RecordedBatch> read(RecordingReader reader) {
        List<RecordedBatch> batches = new ArrayList<>();
        for (RecordedBatch batch = reader.next(); batch != null; batch = reader.next()) {
            batches.add(batch);
        }
        return batches;
    }

    static Arbitrary<List<RecordedBatch>> lists() {
        return Combinators.combine(
                        times(),
                        Arbitraries.longs().between(0, 100_000_000),
                        events().list().ofMaxSize(4))
                .as(RecordedBatch::new)
                .list()
                .ofMaxSize(12)
                .map(Batches::inOrder);
    }

    private static List<RecordedBatch> inOrder(List<RecordedBatch> batches) {
        long arrival = 0;
        List<RecordedBatch> ordered = new ArrayList<>();
        for (RecordedBatch batch : batches) {
            arrival += batch.arrival();
            ordered.add(new RecordedBatch(batch.time(), arrival, batch.events()));
        }
        return ordered;
    }

    private static Arbitrary<MarketEvent> events() {
        return Arbitraries.oneOf(List.of(
                quotes().map(quote -> (MarketEvent) quote),
                Combinators.combine(
                                symbols(),
                                numbers(),
                                numbers(),
                                decimals(),
                                decimals(),
                                Arbitraries.of(Side.class),
                                times())
                        .as(Trade::new),
                Combinators.combine(
                                symbols(),
                                numbers(),
                                Arbitraries.of(Interval.class),
                                decimals().list().ofSize(5))
                        .as((symbol, n, interval, d) -> new Bar(
                                symbol, n, interval, n, d.get(0), d.get(1), d.get(2), d.get(3), d.get(4), 3, true)),
                Combinators.combine(
                                symbols(),
                                numbers(),
                                Arbitraries.of(TradingStatus.class),
                                Arbitraries.strings().ofMaxLength(12).injectNull(0.5))
                        .as(Status::new)));
    }

    private static Arbitrary<Quote> quotes() {
        return Combinators.combine(
                        symbols(),
                        numbers(),
                        times(),
                        decimals().injectNull(0.3).list().ofSize(11),
                        Arbitraries.of(TradingStatus.class).injectNull(0.6))
                .as((symbol, seq, time, d, status) -> new Quote(
                        symbol, seq, time, d.get(0), d.get(1), d.get(2), d.get(3), d.get(4), d.get(5), d.get(6),
                        d.get(7), d.get(8), d.get(9), d.get(10), status));
    }

    private static Arbitrary<Symbol> symbols() {
        return Arbitraries.strings()
                .withChars("ABCXYZ0189.^=:/-")
                .ofMinLength(1)
                .ofMaxLength(Symbol.MAX_LENGTH)
                .map(Symbol::of);
    }

    private static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers().between(BigInteger.ZERO, BigInteger.TEN.pow(20)),
                        Arbitraries.integers().between(0, 12))
                .as(BigDecimal::new);
    }

    private static Arbitrary<Long> numbers() {
        return Arbitraries.longs().greaterOrEqual(0);
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().between(0, 1L << 53);
    }
}
