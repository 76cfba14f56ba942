package dev.liveticker.benchmarks.peer;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import dev.liveticker.server.market.MarketSource;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The synthetic market as the project's own server takes one in. */
final class SyntheticSource implements MarketSource {

    private final SyntheticMarket market;
    private @Nullable PacedQuotes quotes;
    private int wanted;

    SyntheticSource(int symbols) {
        this.market = new SyntheticMarket(symbols, false);
    }

    @Override
    public String name() {
        return "SYNTHETIC";
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public List<Instrument> instruments() {
        return market.instruments();
    }

    @Override
    public List<Bar> history(Symbol symbol) {
        return List.of();
    }

    @Override
    public List<Quote> opening() {
        return market.opening(Instant.now().getEpochSecond() * 1_000_000);
    }

    @Override
    public synchronized void start(Consumer<List<MarketEvent>> listener) {
        quotes = new PacedQuotes(market, batch -> listener.accept(List.copyOf(batch)));
        if (wanted > 0) {
            quotes.rate(wanted);
        }
    }

    /** Quotes a second; of a market that has not started, from then on. */
    synchronized void rate(int perSecond) {
        wanted = perSecond;
        if (quotes != null) {
            quotes.rate(perSecond);
        }
    }

    @Override
    public synchronized void close() {
        if (quotes != null) {
            quotes.close();
        }
    }
}
