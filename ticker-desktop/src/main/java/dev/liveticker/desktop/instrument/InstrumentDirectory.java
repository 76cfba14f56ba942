package dev.liveticker.desktop.instrument;

import dev.liveticker.feed.MarketData;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every instrument the server offers, fetched once per server, so that a search answers while one types. All methods
 * belong to the thread of the executor it was given.
 */
public final class InstrumentDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(InstrumentDirectory.class);

    private final MarketData marketData;
    private final Executor owner;
    private final List<Runnable> listeners = new ArrayList<>();
    private Map<Symbol, Instrument> instruments = new TreeMap<>();
    private int request;

    /** @param owner runs what arrives, one task at a time; on the desktop, the FX thread */
    public InstrumentDirectory(MarketData marketData, Executor owner) {
        this.marketData = marketData;
        this.owner = owner;
    }

    /** Fetches the list anew. What was known stays until the answer is there, and if there is none. */
    public void load() {
        int mine = ++request;
        var _ = marketData
                .instruments("")
                .whenCompleteAsync(
                        (found, failure) -> {
                            if (mine != request) {
                                return;
                            }
                            if (failure != null) {
                                LOG.warn("the list of instruments could not be had", failure);
                            } else {
                                Map<Symbol, Instrument> fresh = new TreeMap<>();
                                found.forEach(instrument -> fresh.put(instrument.symbol(), instrument));
                                instruments = fresh;
                                List.copyOf(listeners).forEach(Runnable::run);
                            }
                        },
                        owner);
    }

    /** Has this run whenever the list was fetched anew. */
    public void onLoaded(Runnable listener) {
        listeners.add(listener);
    }

    public Optional<Instrument> find(Symbol symbol) {
        return Optional.ofNullable(instruments.get(symbol));
    }

    /**
     * The symbol that somebody who typed this means, in whatever alphabet, case and spelling: {@code brk/b} is
     * {@code BRK.B}, {@code eurusd} is {@code EURUSD=X}. One that no instrument has is left as it was typed.
     */
    public Optional<Symbol> read(String typed) {
        return SymbolReader.read(typed, instruments::containsKey, !instruments.isEmpty());
    }

    /** Instruments whose symbol or name holds the query, best match first: see {@link Match}. */
    public List<Instrument> search(String query, int limit) {
        List<Instrument> found = Match.best(instruments.values(), SymbolReader.query(query), limit);
        return read(query)
                .map(instruments::get)
                .map(meant -> Stream.concat(Stream.of(meant), found.stream().filter(each -> !each.equals(meant)))
                        .limit(limit)
                        .toList())
                .orElse(found);
    }

    /** A text as it is compared with others: in capitals, and Latin wherever it looks like that. */
    public static String fold(String text) {
        return SymbolReader.fold(text);
    }
}
