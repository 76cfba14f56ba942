package dev.liveticker.server;

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
import dev.liveticker.server.market.MarketSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A market where only that happens which a test says. */
class ScriptedMarket implements MarketSource {

    static final Symbol AAPL = Symbol.of("AAPL");
    static final Symbol MSFT = Symbol.of("MSFT");
    static final Symbol GSPC = Symbol.of("^GSPC");
    static final Symbol EURUSD = Symbol.of("EURUSD=X");
    static final int BARS = 30;

    private static final long START = Instant.parse("2026-01-05T12:00:00Z").getEpochSecond() * 1_000_000;

    private final String name;
    private final Map<Symbol, Long> trades = new HashMap<>();
    private Consumer<List<MarketEvent>> listener = events -> {
        throw new IllegalStateException("not started");
    };
    private long time = START;
    private volatile boolean started;

    ScriptedMarket() {
        this("SCRIPTED");
    }

    ScriptedMarket(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public List<Instrument> instruments() {
        return List.of(
                instrument(AAPL, "Apple Inc."),
                instrument(MSFT, "Microsoft Corporation"),
                instrument(GSPC, "S&P 500"),
                instrument(EURUSD, "Euro / US Dollar"));
    }

    private static Instrument instrument(Symbol symbol, String name) {
        return new Instrument(symbol, name, AssetClass.STOCK, "USD", new BigDecimal("0.01"), null);
    }

    @Override
    public List<Bar> history(Symbol symbol) {
        BigDecimal price = new BigDecimal("100.00");
        long minute = Interval.ONE_MINUTE.micros();
        return IntStream.range(0, BARS)
                .mapToObj(i -> new Bar(
                        symbol,
                        0,
                        Interval.ONE_MINUTE,
                        START - (BARS - i) * minute,
                        price,
                        price,
                        price,
                        price,
                        BigDecimal.ONE,
                        1,
                        true))
                .toList();
    }

    @Override
    public List<Quote> opening() {
        return instruments().stream()
                .map(instrument -> quoteOf(instrument.symbol(), "100.00"))
                .toList();
    }

    private Quote quoteOf(Symbol symbol, String price) {
        BigDecimal last = new BigDecimal(price);
        return new Quote(
                symbol,
                0,
                time,
                last,
                BigDecimal.ONE,
                last,
                BigDecimal.ONE,
                last,
                BigDecimal.ONE,
                BigDecimal.TEN,
                last,
                last,
                last,
                last,
                TradingStatus.OPEN);
    }

    @Override
    public synchronized void start(Consumer<List<MarketEvent>> newListener) {
        listener = newListener;
        started = true;
    }

    boolean started() {
        return started;
    }

    synchronized void quote(Symbol symbol, String price) {
        time += 1_000;
        listener.accept(List.of(quoteOf(symbol, price)));
    }

    /** Trades happen one after the other; their ids begin at 1. */
    synchronized void trade(Symbol symbol, String price) {
        time += 1_000;
        long id = trades.merge(symbol, 1L, Long::sum);
        listener.accept(List.of(new Trade(symbol, 0, id, new BigDecimal(price), BigDecimal.ONE, Side.BUY, time)));
    }

    /** Many trades at one moment. */
    synchronized void trades(Symbol symbol, int count) {
        List<MarketEvent> batch = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long id = trades.merge(symbol, 1L, Long::sum);
            batch.add(new Trade(symbol, 0, id, new BigDecimal("12345.67"), BigDecimal.TEN, Side.SELL, time));
        }
        listener.accept(batch);
    }

    /** Trading in a symbol is halted, or goes on. */
    synchronized void status(Symbol symbol, TradingStatus status, String reason) {
        listener.accept(List.of(new Status(symbol, 0, status, reason)));
    }

    /** Nothing happens for a while. */
    synchronized void skip(Duration length) {
        time += length.toNanos() / 1_000;
    }

    @Override
    public void close() {}
}
