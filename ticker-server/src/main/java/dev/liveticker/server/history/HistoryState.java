package dev.liveticker.server.history;

import dev.liveticker.message.Trade;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a history holds at one moment, as far as it takes to build the same bars from there on, and a bounded part of
 * what was before. Never changed.
 *
 * @param marketTime the market's clock, microseconds since the epoch
 * @param symbols each instrument's, in their order
 */
public record HistoryState(long marketTime, List<OfSymbol> symbols) {

    private static final int MOST_SYMBOLS = 1_000_000;

    /** More decimals than a number of 63 bits can have. */
    private static final int MOST_DECIMALS = 18;

    public HistoryState {
        symbols = List.copyOf(symbols);
    }

    /**
     * One symbol's.
     *
     * @param priceScale decimals of prices
     * @param sizeScale decimals of sizes
     * @param series by interval, shortest first
     * @param trades the newest, oldest first
     */
    record OfSymbol(int priceScale, int sizeScale, List<SeriesState> series, List<Trade> trades) {}

    /** Writes it. */
    public void write(PackedWriter to) {
        to.difference(marketTime).count(symbols.size());
        List<Trade> trades = new ArrayList<>();
        for (OfSymbol symbol : symbols) {
            to.count(symbol.priceScale).count(symbol.sizeScale).count(symbol.trades.size());
            symbol.series.forEach(series -> series.write(to));
            trades.addAll(symbol.trades);
        }
        to.messages(trades);
    }

    /** Reads one. */
    public static HistoryState read(PackedReader from) throws MalformedStateException {
        long marketTime = from.difference();
        int size = from.size(MOST_SYMBOLS);
        List<OfSymbol> withoutTrades = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int symbol = 0; symbol < size; symbol++) {
            int priceScale = (int) from.count(0, MOST_DECIMALS);
            int sizeScale = (int) from.count(0, MOST_DECIMALS);
            counts.add((int) from.count(0, SymbolHistory.TRADES_KEPT));
            withoutTrades.add(new OfSymbol(priceScale, sizeScale, SeriesState.readAll(from), List.of()));
        }
        List<Trade> trades = from.messages(Trade.class);
        List<OfSymbol> symbols = new ArrayList<>(size);
        int next = 0;
        for (int symbol = 0; symbol < size; symbol++) {
            int end = next + counts.get(symbol);
            if (end > trades.size()) {
                throw new MalformedStateException("a trade is missing");
            }
            OfSymbol its = withoutTrades.get(symbol);
            List<Trade> own = List.copyOf(trades.subList(next, end));
            symbols.add(new OfSymbol(its.priceScale, its.sizeScale, its.series, own));
            next = end;
        }
        if (next != trades.size()) {
            throw new MalformedStateException("a trade of no symbol");
        }
        return new HistoryState(marketTime, symbols);
    }
}
