package dev.liveticker.server.hub;

import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.message.Status;
import dev.liveticker.message.Trade;
import dev.liveticker.model.AssetClass;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Side;
import dev.liveticker.model.Symbol;
import dev.liveticker.model.TradingStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the events of a market with few symbols. Its clock stands still unless it is moved. */
final class Market {

    static final long OPENING = 1_700_000_040_000_000L;
    static final Symbol A = Symbol.of("AAA");
    static final Symbol B = Symbol.of("BBB");
    static final Symbol C = Symbol.of("CCC");

    private final List<Symbol> symbols;
    private final Map<Symbol, Long> tradeIds = new HashMap<>();
    private long time = OPENING;

    Market(Symbol... symbols) {
        this.symbols = List.of(symbols);
    }

    static Market withSymbols(int count) {
        Symbol[] all = new Symbol[count];
        for (int i = 0; i < count; i++) {
            all[i] = Symbol.of("S" + i);
        }
        return new Market(all);
    }

    List<Symbol> symbols() {
        return symbols;
    }

    List<Instrument> instruments() {
        return symbols.stream()
                .map(symbol -> new Instrument(
                        symbol, symbol + " Inc.", AssetClass.STOCK, "USD", new BigDecimal("0.01"), "Tests"))
                .toList();
    }

    List<Quote> opening() {
        List<Quote> all = new ArrayList<>();
        for (Symbol symbol : symbols) {
            all.add(quote(symbol, "10.00", "10", "11", "9", TradingStatus.OPEN));
        }
        return all;
    }

    void pass(long micros) {
        time += micros;
    }

    long time() {
        return time;
    }

    Quote quote(Symbol symbol, String last) {
        return quote(symbol, last, null, null, null, null);
    }

    Quote quote(
            Symbol symbol,
            String last,
            @Nullable String open,
            @Nullable String high,
            @Nullable String low,
            @Nullable TradingStatus status) {
        BigDecimal price = new BigDecimal(last);
        return new Quote(
                symbol,
                0,
                time,
                price,
                BigDecimal.ONE,
                price,
                BigDecimal.ONE,
                price,
                BigDecimal.TEN,
                new BigDecimal(1_000),
                decimal(open),
                decimal(high),
                decimal(low),
                open == null ? null : new BigDecimal("9.90"),
                status);
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    Trade trade(Symbol symbol, String price) {
        long id = tradeIds.merge(symbol, 1L, Long::sum);
        return new Trade(symbol, 0, id, new BigDecimal(price), BigDecimal.TEN, Side.BUY, time);
    }

    MarketEvent status(Symbol symbol, TradingStatus status) {
        return new Status(symbol, 0, status, "news");
    }
}
