package dev.liveticker.server.market;

import dev.liveticker.message.Bar;
import dev.liveticker.message.MarketEvent;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** A market that prices come from: simulated, replayed or real. */
public interface MarketSource extends AutoCloseable {

    /** What people call it, such as {@code SIMULATED}. */
    String name();

    /** Whether its prices are made up. */
    boolean simulated();

    /**
     * Its own clock, which its events' times are read from: the machine's, unless the market runs faster or at another
     * time. Any thread may ask.
     */
    default InstantSource clock() {
        return InstantSource.system();
    }

    /**
     * Whether its time has nothing to do with that of other runs, as where it is played again, begins at another moment
     * or runs at another speed. Then it is neither gone on with later nor goes on with what was.
     */
    default boolean standsAlone() {
        return false;
    }

    /** All it trades; never changes. */
    List<Instrument> instruments();

    /** The closed one-minute bars of the time before {@link #start}, oldest first; empty for an unknown symbol. */
    List<Bar> history(Symbol symbol);

    /** A whole quote, session fields included, of every instrument as it stands before {@link #start}. */
    List<Quote> opening();

    /**
     * Begins to trade, once.
     *
     * @param listener is given each batch of events, unnumbered and in the order they happened, on the market's own
     *     thread; it must not block
     */
    void start(Consumer<List<MarketEvent>> listener);

    /** Stops trading; no batch is given once it returned. Harmless when repeated. */
    @Override
    void close();
}
