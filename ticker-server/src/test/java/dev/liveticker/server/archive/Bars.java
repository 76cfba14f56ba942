package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.history.MarketHistory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** Bars and quotes that tests keep. */
final class Bars {

    static final Symbol A = Symbol.of("AAA");
    static final Symbol B = Symbol.of("B/B=X");
    static final long MINUTE = Interval.ONE_MINUTE.micros();
    static final long NOON = Instant.parse("2026-01-05T12:00:00Z").getEpochSecond() * 1_000_000;
    static final List<Instrument> INSTRUMENTS = List.of(instrument(A), instrument(B));

    private Bars() {}

    private static Instrument instrument(Symbol symbol) {
        return new Instrument(symbol, "Name", AssetClass.STOCK, "USD", new BigDecimal("0.01"), null);
    }

    static Bar bar(Symbol symbol, Interval interval, long start, String close) {
        BigDecimal last = new BigDecimal(close);
        BigDecimal open = last.add(last.ulp());
        return new Bar(symbol, 0, interval, start, open, open, last, last, new BigDecimal("0.00000001"), 2, true);
    }

    /** One-minute bars, one after the other from noon on. */
    static List<Bar> minutes(Symbol symbol, int from, int to) {
        return LongStream.range(from, to)
                .mapToObj(i -> bar(symbol, Interval.ONE_MINUTE, NOON + i * MINUTE, "10." + (10 + i % 80)))
                .toList();
    }

    static Quote quote(Symbol symbol, String last) {
        BigDecimal price = new BigDecimal(last);
        return new Quote(
                symbol,
                0,
                NOON + 1,
                null,
                null,
                price,
                BigDecimal.ONE,
                price,
                new BigDecimal("0.10"),
                new BigDecimal("123456789012345678901234567890"),
                price,
                price,
                price,
                null,
                TradingStatus.HALTED);
    }

    static void trade(MarketHistory history, Symbol symbol, long time, String price) {
        history.advance(time, closed -> {});
        history.add(new Trade(symbol, 0, 1, new BigDecimal(price), BigDecimal.ONE, Side.BUY, time));
    }
}
