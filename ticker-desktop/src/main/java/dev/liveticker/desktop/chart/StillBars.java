package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Bars that are there already, with no server behind them: for pictures and measurements. */
record StillBars(List<Bar> bars) implements BarSource {

    StillBars {
        bars = List.copyOf(bars);
    }

    @Override
    public void follow(Symbol symbol, Interval interval) {
        // Nothing will come.
    }

    @Override
    public void leave(Symbol symbol, Interval interval) {
        // Nothing came.
    }

    @Override
    public CompletableFuture<List<Bar>> newest(Symbol symbol, Interval interval, int limit) {
        return CompletableFuture.completedFuture(bars);
    }

    @Override
    public CompletableFuture<List<Bar>> before(Symbol symbol, Interval interval, long start, int limit) {
        return CompletableFuture.completedFuture(List.of());
    }
}
