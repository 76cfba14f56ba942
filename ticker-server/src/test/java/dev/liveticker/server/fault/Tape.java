package dev.liveticker.server.fault;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import dev.liveticker.server.market.MarketSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A market where only that happens which a test says, and all that is told of it. */
final class Tape implements MarketSource {

    static final Symbol A = Symbol.of("AAA");
    static final Symbol B = Symbol.of("BBB");

    private final Map<Symbol, Long> ids = new HashMap<>();
    private final Map<Symbol, BigDecimal> volumes = new HashMap<>();
    private Consumer<List<MarketEvent>> listener = events -> {};
    private long time = 1_700_000_000_000_000L;
    boolean closed;

    @Override
    public String name() {
        return "TAPE";
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public List<Instrument> instruments() {
        return Stream.of(A, B)
                .map(symbol ->
                        new Instrument(symbol, symbol.text(), AssetClass.STOCK, "USD", new BigDecimal("0.01"), null))
                .toList();
    }

    @Override
    public List<Bar> history(Symbol symbol) {
        return List.of();
    }

    @Override
    public List<Quote> opening() {
        return List.of(quote(A, "10.00", TradingStatus.OPEN), quote(B, "20.00", TradingStatus.OPEN));
    }

    @Override
    public void start(Consumer<List<MarketEvent>> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        closed = true;
    }

    void happens(MarketEvent... events) {
        listener.accept(List.of(events));
    }

    Quote quote(Symbol symbol, String last, @Nullable TradingStatus status) {
        BigDecimal price = new BigDecimal(last);
        return new Quote(
                symbol,
                0,
                ++time,
                price,
                BigDecimal.ONE,
                price,
                BigDecimal.ONE,
                price,
                BigDecimal.ONE,
                volumes.getOrDefault(symbol, BigDecimal.ZERO),
                null,
                null,
                null,
                null,
                status);
    }

    Quote quote(Symbol symbol, String last) {
        return quote(symbol, last, null);
    }

    /** Trades ten of it. */
    Trade trade(Symbol symbol) {
        volumes.merge(symbol, BigDecimal.TEN, BigDecimal::add);
        return new Trade(symbol, 0, ids.merge(symbol, 1L, Long::sum), BigDecimal.ONE, BigDecimal.TEN, Side.BUY, ++time);
    }

    /** The session begins anew. */
    void newSession(Symbol symbol) {
        volumes.put(symbol, BigDecimal.ZERO);
    }

    /** Collects what a market tells. */
    static List<MarketEvent> of(MarketSource market) {
        List<MarketEvent> told = new ArrayList<>();
        market.start(told::addAll);
        return told;
    }
}
