package dev.liveticker.desktop.watchlist;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.PriceFormat;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.Subscription;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of the list that shows, in its own order; what they hold is streamed, and nothing else. */
final class ListedRows {

    private static final int DECIMALS_WHEN_UNKNOWN = 2;

    private final Feed feed;
    private final InstrumentDirectory instruments;
    private final Map<Integer, PriceFormat> formats = new HashMap<>();
    private final Map<Symbol, QuoteRow> bySymbol = new LinkedHashMap<>();
    private Function<Symbol, Optional<QuoteBook.Entry>> recalled = symbol -> Optional.empty();

    ListedRows(Feed feed, InstrumentDirectory instruments) {
        this.feed = feed;
        this.instruments = instruments;
    }

    void recallFrom(Function<Symbol, Optional<QuoteBook.Entry>> known) {
        recalled = known;
    }

    Collection<QuoteRow> all() {
        return bySymbol.values();
    }

    @Nullable
    QuoteRow find(Symbol symbol) {
        return bySymbol.get(symbol);
    }

    boolean holds(Symbol symbol) {
        return bySymbol.containsKey(symbol);
    }

    /** Becomes the rows of this list. Rows of symbols that are there already stay the same. */
    void fill(Watchlist list) {
        Map<Symbol, QuoteRow> known = new HashMap<>(bySymbol);
        List<Subscription> wanted = new ArrayList<>();
        bySymbol.clear();
        for (Symbol symbol : list.symbols()) {
            QuoteRow row = known.remove(symbol);
            if (row == null) {
                row = newRow(symbol);
                wanted.add(Subscription.quotes(symbol));
            }
            row.place(bySymbol.size());
            row.note(list.notes().getOrDefault(symbol, ""));
            bySymbol.put(symbol, row);
        }
        if (!wanted.isEmpty()) {
            feed.subscribe(wanted);
        }
        if (!known.isEmpty()) {
            feed.unsubscribe(known.keySet().stream().map(Subscription::quotes).toList());
        }
    }

    /** Brings names and decimals up to date. */
    void describe() {
        bySymbol.values().forEach(this::describe);
    }

    private QuoteRow newRow(Symbol symbol) {
        QuoteRow row = new QuoteRow(symbol, format(DECIMALS_WHEN_UNKNOWN));
        describe(row);
        recalled.apply(symbol).ifPresent(row::show);
        return row;
    }

    private void describe(QuoteRow row) {
        Instrument known = instruments.find(row.symbol()).orElse(null);
        row.describe(known, known == null ? row.format() : format(known.decimals()));
    }

    private PriceFormat format(int decimals) {
        return formats.computeIfAbsent(decimals, PriceFormat::of);
    }
}
