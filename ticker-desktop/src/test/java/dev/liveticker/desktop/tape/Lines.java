package dev.liveticker.desktop.tape;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines for tests, and a book to read them from. */
final class Lines {

    final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    final Map<Symbol, QuoteBook.Entry> book = new HashMap<>();
    final QuoteLines lines = new QuoteLines(instruments, symbol -> Optional.ofNullable(book.get(symbol)));

    static List<Symbol> symbols(String... texts) {
        return List.of(texts).stream().map(Symbol::of).toList();
    }

    /** As a flush would. */
    void show(String symbol, String last, String previousClose) {
        QuoteBook.Entry entry = Some.entry(Symbol.of(symbol), last, previousClose, 0);
        book.put(entry.quote().symbol(), entry);
        lines.show(Map.of(entry.quote().symbol(), entry));
    }
}
