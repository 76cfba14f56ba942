package dev.liveticker.feed;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Trade;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What the server knows without streaming: its REST part. A future fails with a {@link java.io.IOException} whose
 * message is fit for people, a {@link TryLaterException} where asking again later may help.
 */
public interface MarketData {

    /** Instruments whose symbol or name holds the query, best match first; all of them for an empty query. */
    CompletableFuture<List<Instrument>> instruments(String query);

    /** The newest prices of those of the symbols that the server knows. */
    CompletableFuture<List<Snapshot>> quotes(Collection<Symbol> symbols);

    /** The newest bars, oldest first, the open one last; at most {@code limit}. */
    CompletableFuture<List<Bar>> bars(Symbol symbol, Interval interval, int limit);

    /**
     * The newest bars of those that start before a moment, oldest first; at most {@code limit}, and none if the server
     * has no older ones.
     *
     * @param before microseconds since the Unix epoch, UTC
     */
    CompletableFuture<List<Bar>> barsBefore(Symbol symbol, Interval interval, long before, int limit);

    /** The newest trades, oldest first; at most {@code limit}. */
    CompletableFuture<List<Trade>> trades(Symbol symbol, int limit);
}
