package dev.liveticker.desktop.tape;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The watchlist in short, for the tape and for the small window. While neither wants it, it costs nothing. Belongs to
 * the FX thread; needs no toolkit.
 */
public final class QuoteLines {

    private final InstrumentDirectory instruments;
    private final Function<Symbol, Optional<QuoteBook.Entry>> known;
    private final Map<Symbol, QuoteLine> bySymbol = new HashMap<>();
    private List<Symbol> symbols = List.of();
    private List<QuoteLine> lines = List.of();
    private boolean wanted;
    private boolean live;
    private long revision;

    /** @param known the newest of a symbol at this moment; empty before it was ever quoted */
    public QuoteLines(InstrumentDirectory instruments, Function<Symbol, Optional<QuoteBook.Entry>> known) {
        this.instruments = instruments;
        this.known = known;
        instruments.onLoaded(this::describe);
    }

    /** What to show, in this order. */
    public void symbols(List<Symbol> shown) {
        symbols = List.copyOf(new LinkedHashSet<>(shown));
        build();
    }

    /** Whether anybody looks. */
    public void wanted(boolean isWanted) {
        if (wanted != isWanted) {
            wanted = isWanted;
            bySymbol.clear();
            build();
        }
    }

    /** Takes in new prices. */
    public void show(Map<Symbol, QuoteBook.Entry> changed) {
        if (!wanted) {
            return;
        }
        changed.forEach((symbol, entry) -> {
            QuoteLine line = bySymbol.get(symbol);
            if (line != null) {
                line.show(entry.quote());
                revision++;
            }
        });
    }

    /** Whether prices are of now. */
    public void live(boolean isLive) {
        if (live != isLive) {
            live = isLive;
            revision++;
        }
    }

    /** Forgets every price: they were another server's. */
    public void forget() {
        bySymbol.values().forEach(line -> line.show(null));
        revision++;
    }

    /** The lines in their order; none while nobody wants them. */
    public List<QuoteLine> lines() {
        return lines;
    }

    public boolean isLive() {
        return live;
    }

    /** Another number whenever something of it looks different. */
    public long revision() {
        return revision;
    }

    private void build() {
        if (wanted) {
            List<QuoteLine> built = new ArrayList<>(symbols.size());
            for (Symbol symbol : symbols) {
                built.add(bySymbol.computeIfAbsent(symbol, this::line));
            }
            bySymbol.keySet().retainAll(new HashSet<>(symbols));
            lines = List.copyOf(built);
        } else {
            lines = List.of();
        }
        revision++;
    }

    private QuoteLine line(Symbol symbol) {
        QuoteLine line = new QuoteLine(symbol);
        instruments.find(symbol).ifPresent(instrument -> line.decimals(instrument.decimals()));
        known.apply(symbol).ifPresent(entry -> line.show(entry.quote()));
        return line;
    }

    private void describe() {
        bySymbol.forEach((symbol, line) ->
                instruments.find(symbol).ifPresent(instrument -> line.decimals(instrument.decimals())));
        revision++;
    }
}
