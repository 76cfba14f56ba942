package dev.liveticker.desktop.fake;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.feed.tls.CertificateRefusal;
import dev.liveticker.feed.tls.Fingerprint;
import dev.liveticker.feed.tls.HostPort;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Things of the market for tests. */
public final class Some {

    public static final Symbol AAPL = Symbol.of("AAPL");
    public static final Symbol MSFT = Symbol.of("MSFT");
    public static final Symbol BTC = Symbol.of("BTC-USD");
    public static final Symbol EURUSD = Symbol.of("EURUSD=X");

    public static final List<Instrument> INSTRUMENTS = List.of(
            instrument("AAPL", "Apple Inc.", "0.01"),
            instrument("MSFT", "Microsoft Corporation", "0.01"),
            instrument("AMZN", "Amazon.com, Inc.", "0.01"),
            instrument("NVDA", "NVIDIA Corporation", "0.01"),
            instrument("AAL", "American Airlines Group Inc.", "0.01"),
            instrument("A", "Agilent Technologies, Inc.", "0.01"),
            instrument("BRK.B", "Berkshire Hathaway Inc.", "0.01"),
            instrument("^GSPC", "S&P 500", "0.01"),
            instrument("BTC-USD", "Bitcoin", "0.01"),
            instrument("EURUSD=X", "Euro / US Dollar", "0.00001"));

    public static final long MINUTE = Interval.ONE_MINUTE.micros();

    private Some() {}

    public static Instrument instrument(String symbol, String name, String tick) {
        return new Instrument(Symbol.of(symbol), name, AssetClass.STOCK, "USD", new BigDecimal(tick), null);
    }

    public static BigDecimal price(String text) {
        return new BigDecimal(text);
    }

    public static Quote quote(Symbol symbol, String last, String previousClose) {
        return quote(symbol, last, previousClose, TradingStatus.OPEN);
    }

    /** One of a symbol whose trading is halted. */
    public static Quote halted(Symbol symbol, String last, String previousClose) {
        return quote(symbol, last, previousClose, TradingStatus.HALTED);
    }

    private static Quote quote(Symbol symbol, String last, String previousClose, TradingStatus status) {
        return new Quote(
                symbol,
                1,
                1_000_000,
                price(last),
                price("100"),
                price(last),
                price("200"),
                price(last),
                price("10"),
                price("1234567"),
                price(previousClose),
                price(last),
                price(previousClose),
                price(previousClose),
                status);
    }

    public static Snapshot snapshot(Symbol symbol, String last, String previousClose) {
        return Snapshot.of(quote(symbol, last, previousClose));
    }

    public static QuoteBook.Entry entry(Symbol symbol, String last, String previousClose, long receivedAtNanos) {
        return new QuoteBook.Entry(quote(symbol, last, previousClose), receivedAtNanos);
    }

    /** A minute's bar. */
    public static Bar bar(Symbol symbol, long minute, String open, String close) {
        BigDecimal first = price(open);
        BigDecimal last = price(close);
        return new Bar(
                symbol,
                0,
                Interval.ONE_MINUTE,
                minute * MINUTE,
                first,
                first.max(last),
                first.min(last),
                last,
                price("1000"),
                7,
                true);
    }

    /** The same bar with another volume, closed or not. */
    public static Bar like(Bar bar, BigDecimal volume, boolean closed) {
        return new Bar(
                bar.symbol(),
                bar.seq(),
                bar.interval(),
                bar.start(),
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                volume,
                bar.trades(),
                closed);
    }

    /** So many minutes one after another. */
    public static List<Bar> bars(Symbol symbol, long firstMinute, int count) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars.add(bar(symbol, firstMinute + i, String.valueOf(100 + i % 7), String.valueOf(100 + (i * 3) % 7)));
        }
        return bars;
    }

    /** A trade of AAPL of this number, a second after the one before. */
    public static Trade trade(long id, String price) {
        return new Trade(AAPL, id, id, price(price), price("100"), id % 2 == 0 ? Side.BUY : Side.SELL, id * 1_000_000);
    }

    /** Of {@code https://ticker.example:8443}. */
    public static CertificateRefusal refusal(CertificateRefusal.Reason reason, String pair) {
        return new CertificateRefusal(
                new HostPort("ticker.example", 8443),
                reason,
                new Fingerprint(pair.repeat(32)),
                "CN=ticker.example,O=Example",
                "CN=ticker.example,O=Example",
                Instant.parse("2026-01-01T12:00:00Z"),
                Instant.parse("2027-01-01T12:00:00Z"),
                "nobody signed it");
    }
}
