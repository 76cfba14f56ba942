package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.time.InstantSource;
import java.util.List;

/** Another market, whose events pass through here: the same in all but what becomes of them. */
public abstract class TappedMarket implements MarketSource {

    protected final MarketSource market;

    /** @param market closed with this one */
    protected TappedMarket(MarketSource market) {
        this.market = market;
    }

    @Override
    public final String name() {
        return market.name();
    }

    @Override
    public final boolean simulated() {
        return market.simulated();
    }

    @Override
    public final InstantSource clock() {
        return market.clock();
    }

    @Override
    public final boolean standsAlone() {
        return market.standsAlone();
    }

    @Override
    public final List<Instrument> instruments() {
        return market.instruments();
    }

    @Override
    public final List<Bar> history(Symbol symbol) {
        return market.history(symbol);
    }

    @Override
    public final List<Quote> opening() {
        return market.opening();
    }

    @Override
    public void close() {
        market.close();
    }
}
