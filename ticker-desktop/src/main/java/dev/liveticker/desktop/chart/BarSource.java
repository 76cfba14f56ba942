package dev.liveticker.desktop.chart;

import dev.liveticker.message.Bar;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a chart's bars come from. Belongs to the chart's thread; a future may be completed on any. */
interface BarSource {

    /** From now on wants new bars and quotes of this. */
    void follow(Symbol symbol, Interval interval);

    /** Wants them no longer. */
    void leave(Symbol symbol, Interval interval);

    /** The newest bars, oldest first. */
    CompletableFuture<List<Bar>> newest(Symbol symbol, Interval interval, int limit);

    /** The newest of the bars that start before this, oldest first; none if there are no older ones. */
    CompletableFuture<List<Bar>> before(Symbol symbol, Interval interval, long start, int limit);
}
