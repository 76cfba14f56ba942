package dev.liveticker.desktop.app;

import dev.liveticker.benchmarks.peer.SyntheticMarket;
import dev.liveticker.feed.MarketData;
import dev.liveticker.message.Bar;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;

/** What a server knows without streaming, made up and answered from another thread. */
@NullMarked
final class SyntheticMarketData implements MarketData {

    private final SyntheticMarket market;
    private final SyntheticBars bars;

    SyntheticMarketData(SyntheticMarket market, SyntheticBars bars) {
        this.market = market;
        this.bars = bars;
    }

    @Override
    public CompletableFuture<List<Instrument>> instruments(String query) {
        return CompletableFuture.supplyAsync(market::instruments);
    }

    @Override
    public CompletableFuture<List<Snapshot>> quotes(Collection<Symbol> symbols) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<List<Bar>> bars(Symbol symbol, Interval interval, int limit) {
        return CompletableFuture.supplyAsync(() -> bars.newest(symbol, interval, limit));
    }

    @Override
    public CompletableFuture<List<Bar>> barsBefore(Symbol symbol, Interval interval, long before, int limit) {
        return CompletableFuture.supplyAsync(() -> bars.before(symbol, interval, before, limit));
    }

    @Override
    public CompletableFuture<List<Trade>> trades(Symbol symbol, int limit) {
        return CompletableFuture.completedFuture(List.of());
    }
}
