package dev.liveticker.server.hub;

import dev.liveticker.message.Quote;
import dev.liveticker.model.Interval;
import dev.liveticker.server.history.HistoryState;
import dev.liveticker.server.packed.MalformedStateException;
import dev.liveticker.server.packed.PackedReader;
import dev.liveticker.server.packed.PackedWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a hub knows of the market at one moment: enough to number and to build the same of what follows. Nothing in it
 * depends on which clients a hub had. Never changed.
 *
 * @param lastEvent the number of the newest event
 * @param symbols what is newest of each instrument, in their order
 * @param history bars and trades, of as many instruments
 */
public record HubState(long lastEvent, List<OfSymbol> symbols, HistoryState history) {

    private static final int MOST_SYMBOLS = 1_000_000;

    public HubState {
        symbols = List.copyOf(symbols);
    }

    /**
     * What is newest of one instrument.
     *
     * @param quote all that is known, under the number of the event that it came with; absent before the first
     * @param openBars the numbers of the open bars' last changes, by interval; 0 where none is open
     */
    public record OfSymbol(@Nullable Quote quote, List<Long> openBars) {

        public OfSymbol {
            openBars = List.copyOf(openBars);
        }
    }

    /** Writes it. */
    public void write(PackedWriter to) {
        to.count(lastEvent).count(symbols.size());
        List<Quote> quotes = new ArrayList<>(symbols.size());
        for (OfSymbol symbol : symbols) {
            to.flag(symbol.quote != null);
            if (symbol.quote != null) {
                quotes.add(symbol.quote);
            }
            symbol.openBars.forEach(to::count);
        }
        to.messages(quotes);
        history.write(to);
    }

    /** Reads one. */
    public static HubState read(PackedReader from) throws MalformedStateException {
        long lastEvent = from.count(0, Long.MAX_VALUE);
        int size = from.size(MOST_SYMBOLS);
        List<Boolean> quoted = new ArrayList<>(size);
        List<List<Long>> openBars = new ArrayList<>(size);
        for (int symbol = 0; symbol < size; symbol++) {
            quoted.add(from.flag());
            List<Long> open = new ArrayList<>();
            for (int interval = 0; interval < Interval.values().length; interval++) {
                open.add(from.count(0, lastEvent));
            }
            openBars.add(open);
        }
        List<Quote> quotes = from.messages(Quote.class);
        List<OfSymbol> symbols = new ArrayList<>(size);
        int next = 0;
        for (int symbol = 0; symbol < size; symbol++) {
            Quote quote = null;
            if (quoted.get(symbol)) {
                if (next == quotes.size()) {
                    throw new MalformedStateException("a quote is missing");
                }
                quote = quotes.get(next++);
                if (quote.seq() < 0 || quote.seq() > lastEvent) {
                    throw new MalformedStateException("a quote of the future");
                }
            }
            symbols.add(new OfSymbol(quote, openBars.get(symbol)));
        }
        HistoryState history = HistoryState.read(from);
        if (next != quotes.size() || history.symbols().size() != size) {
            throw new MalformedStateException("not as much of one thing as of another");
        }
        return new HubState(lastEvent, symbols, history);
    }
}
