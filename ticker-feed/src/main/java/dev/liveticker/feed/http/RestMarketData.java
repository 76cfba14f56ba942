package dev.liveticker.feed.http;

import dev.liveticker.feed.MarketData;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Market data by the server's REST part. Safe in any thread. */
public final class RestMarketData implements MarketData {

    /** Keeps an address shorter than what servers and proxies take. */
    private static final int SYMBOLS_PER_REQUEST = 200;

    private final RestCalls calls;

    public RestMarketData(RestCalls calls) {
        this.calls = calls;
    }

    private record Instruments(List<Instrument> instruments) {}

    private record Quotes(List<Snapshot> quotes) {}

    private record Bars(List<Bar> bars) {}

    private record Trades(List<Trade> trades) {}

    @Override
    public CompletableFuture<List<Instrument>> instruments(String query) {
        return calls.get("v1/instruments", Map.of("query", query), null, Instruments.class, Instruments::instruments);
    }

    @Override
    public CompletableFuture<List<Snapshot>> quotes(Collection<Symbol> symbols) {
        List<String> texts = symbols.stream().map(Symbol::text).distinct().toList();
        CompletableFuture<List<Snapshot>> all = CompletableFuture.completedFuture(List.of());
        for (int from = 0; from < texts.size(); from += SYMBOLS_PER_REQUEST) {
            String part = String.join(",", texts.subList(from, Math.min(texts.size(), from + SYMBOLS_PER_REQUEST)));
            all = all.thenCombine(
                    calls.get("v1/quotes", Map.of("symbols", part), null, Quotes.class, Quotes::quotes),
                    (before, more) -> {
                        List<Snapshot> joined = new ArrayList<>(before);
                        joined.addAll(more);
                        return joined;
                    });
        }
        return all;
    }

    @Override
    public CompletableFuture<List<Bar>> bars(Symbol symbol, Interval interval, int limit) {
        return bars(
                symbol, Map.of("symbol", symbol.text(), "interval", interval.code(), "limit", Integer.toString(limit)));
    }

    @Override
    public CompletableFuture<List<Bar>> barsBefore(Symbol symbol, Interval interval, long before, int limit) {
        return bars(
                symbol,
                Map.of(
                        "symbol",
                        symbol.text(),
                        "interval",
                        interval.code(),
                        "to",
                        Long.toString(before),
                        "limit",
                        Integer.toString(limit)));
    }

    private CompletableFuture<List<Bar>> bars(Symbol symbol, Map<String, String> query) {
        return calls.get("v1/bars", query, symbol, Bars.class, Bars::bars);
    }

    @Override
    public CompletableFuture<List<Trade>> trades(Symbol symbol, int limit) {
        return calls.get(
                "v1/trades",
                Map.of("symbol", symbol.text(), "limit", Integer.toString(limit)),
                symbol,
                Trades.class,
                Trades::trades);
    }
}
