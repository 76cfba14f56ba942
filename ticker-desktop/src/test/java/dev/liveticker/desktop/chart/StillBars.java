package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Bars that are there already, with no server behind them. */
record StillBars(List<Bar> bars) implements BarSource {

    StillBars {
        bars = List.copyOf(bars);
    }

    /**
     * A chart of them.
     *
     * @param bars of the symbol, oldest first, of one interval
     * @param inbox what it is given shows at the next {@link ChartViewModel#pulse()}
     */
    static ChartViewModel chart(Symbol symbol, List<Bar> bars, BarInbox inbox) {
        Interval interval =
                bars.isEmpty() ? Interval.ONE_MINUTE : bars.getFirst().interval();
        ChartViewModel chart = new ChartViewModel(
                new StillBars(bars),
                wanted -> Optional.empty(),
                inbox,
                Runnable::run,
                ChartPreferences.defaults().withInterval(interval));
        chart.show(symbol);
        chart.live(true);
        return chart;
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
