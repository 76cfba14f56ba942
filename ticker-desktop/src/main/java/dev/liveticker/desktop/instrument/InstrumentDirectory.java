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
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every instrument the server offers, fetched whenever a connection has become live, so that a search answers while one
 * types. What could not be had is asked for again, later each time. All methods belong to the thread of the executor it
 * was given.
 */
public final class InstrumentDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(InstrumentDirectory.class);

    private final MarketData marketData;
    private final Executor owner;
    private final List<Runnable> listeners = new ArrayList<>();
    private Map<Symbol, Instrument> instruments = new TreeMap<>();
    private int request;
    private int failures;
    private boolean waiting;
    private long nowNanos;
    private long againAtNanos;

    /** @param owner runs what arrives, one task at a time; on the desktop, the FX thread */
    public InstrumentDirectory(MarketData marketData, Executor owner) {
        this.marketData = marketData;
        this.owner = owner;
    }

    /** Fetches the list anew. What was known stays until the answer is there, and if there is none. */
    public void load() {
        failures = 0;
        ask();
    }

    /** Asks again if it is time to. Called once a second. */
    public void second(long atNanos) {
        nowNanos = atNanos;
        if (waiting && nowNanos - againAtNanos >= 0) {
            ask();
        }
    }

    private void ask() {
        int mine = ++request;
        waiting = false;
        // As a task of the owner's, who hears of what goes wrong in it: a stage would keep that to itself.
        var _ = marketData
                .instruments("")
                .whenComplete((found, failure) -> owner.execute(() -> {
                    if (mine == request) {
                        arrived(found, failure);
                    }
                }));
    }

    private void arrived(@Nullable List<Instrument> found, @Nullable Throwable failure) {
        if (found == null) {
            if (failures == 0) {
                LOG.warn("the list of instruments could not be had; it is asked for again", failure);
            }
            waiting = true;
            againAtNanos = nowNanos + RetryWait.nanos(failures++);
            return;
        }
        failures = 0;
        Map<Symbol, Instrument> fresh = new TreeMap<>();
        found.forEach(instrument -> fresh.put(instrument.symbol(), instrument));
        instruments = fresh;
        List.copyOf(listeners).forEach(Runnable::run);
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
        return reader().apply(typed);
    }

    /** Reads as {@link #read} does, with what is known now, in any thread. */
    public Function<String, Optional<Symbol>> reader() {
        // Never changed: what is fetched anew is another one.
        Map<Symbol, Instrument> known = instruments;
        return typed -> SymbolReader.read(typed, known::containsKey, !known.isEmpty());
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
