package dev.liveticker.desktop.chart;

import dev.liveticker.feed.Feed;
import dev.liveticker.feed.MarketData;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Bars of the server that the desktop is connected to. */
record FeedBars(Feed feed, MarketData marketData) implements BarSource {

    @Override
    public void follow(Symbol symbol, Interval interval) {
        feed.subscribe(wanted(symbol, interval));
    }

    @Override
    public void leave(Symbol symbol, Interval interval) {
        feed.unsubscribe(wanted(symbol, interval));
    }

    @Override
    public CompletableFuture<List<Bar>> newest(Symbol symbol, Interval interval, int limit) {
        return marketData.bars(symbol, interval, limit);
    }

    @Override
    public CompletableFuture<List<Bar>> before(Symbol symbol, Interval interval, long start, int limit) {
        return marketData.barsBefore(symbol, interval, start, limit);
    }

    /** The price too: a chart may outlive its row in the watchlist. */
    private static List<Subscription> wanted(Symbol symbol, Interval interval) {
        return List.of(Subscription.bars(symbol, interval), Subscription.quotes(symbol));
    }
}
