package dev.liveticker.server.archive;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Interval;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.history.EarlierBars;
import java.util.List;
import java.util.Map;

/** Where there is no disk to keep anything on. */
final class NoArchive implements BarArchive {

    private String market = "";

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public String market() {
        return market;
    }

    @Override
    public void turnTo(String newMarket) {
        market = newMarket;
    }

    @Override
    public Map<Symbol, Quote> quotes() {
        return Map.of();
    }

    @Override
    public long end() {
        return Long.MIN_VALUE;
    }

    @Override
    public Map<Symbol, EarlierBars> earlier() {
        return Map.of();
    }

    @Override
    public List<Bar> before(Symbol symbol, Interval interval, long from, long to, int limit) {
        return List.of();
    }

    @Override
    public void keep(Batch batch) {
        // All there is to keep is in memory already.
    }

    @Override
    public void prune(Retention retention, long now) {
        // Nothing is kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
