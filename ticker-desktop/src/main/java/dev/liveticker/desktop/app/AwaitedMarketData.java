package dev.liveticker.desktop.app;

import dev.liveticker.feed.MarketData;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The market data of a server that may not be there yet: asks it once it is. Safe in any thread. */
final class AwaitedMarketData implements MarketData {

    private volatile CompletableFuture<MarketData> arrival = new CompletableFuture<>();

    void arrive(MarketData data) {
        CompletableFuture<MarketData> waiting = arrival;
        arrival = CompletableFuture.completedFuture(data);
        waiting.complete(data);
    }

    /** From now on, asks wait for the next server to arrive, together with those that wait already. */
    void await() {
        if (arrival.isDone()) {
            arrival = new CompletableFuture<>();
        }
    }

    void fail(IOException why) {
        CompletableFuture<MarketData> waiting = arrival;
        arrival = new CompletableFuture<>();
        waiting.completeExceptionally(why);
    }

    @Override
    public CompletableFuture<List<Instrument>> instruments(String query) {
        return arrival.thenCompose(data -> data.instruments(query));
    }

    @Override
    public CompletableFuture<List<Snapshot>> quotes(Collection<Symbol> symbols) {
        return arrival.thenCompose(data -> data.quotes(symbols));
    }

    @Override
    public CompletableFuture<List<Bar>> bars(Symbol symbol, Interval interval, int limit) {
        return arrival.thenCompose(data -> data.bars(symbol, interval, limit));
    }

    @Override
    public CompletableFuture<List<Bar>> barsBefore(Symbol symbol, Interval interval, long before, int limit) {
        return arrival.thenCompose(data -> data.barsBefore(symbol, interval, before, limit));
    }

    @Override
    public CompletableFuture<List<Trade>> trades(Symbol symbol, int limit) {
        return arrival.thenCompose(data -> data.trades(symbol, limit));
    }
}
