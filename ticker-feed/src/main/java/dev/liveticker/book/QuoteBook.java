package dev.liveticker.book;

import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * The newest whole quote of each symbol. Fed by one thread, drained by another (a view, once a pulse), so that a burst
 * of any length costs a view no more than one pass over what changed.
 */
public final class QuoteBook {

    private final LongSupplier nanoClock;
    private final ConcurrentMap<Symbol, Entry> entries = new ConcurrentHashMap<>();
    private final Set<Symbol> changed = ConcurrentHashMap.newKeySet();

    /** @param nanoClock monotonic nanoseconds, such as {@link System#nanoTime} */
    public QuoteBook(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * The newest of a symbol.
     *
     * @param quote completed by everything earlier ones said of the session
     * @param receivedAtNanos when it came in, on the book's clock
     */
    public record Entry(Quote quote, long receivedAtNanos) {}

    /** Takes in snapshots, quotes and status changes; other messages do not concern it. */
    public void accept(List<ServerMessage> messages) {
        for (ServerMessage message : messages) {
            switch (message) {
                case Snapshot snapshot -> put(snapshot.quote());
                case Quote quote ->
                    entries.compute(
                            quote.symbol(),
                            (symbol, entry) -> new Entry(
                                    entry == null ? quote : quote.over(entry.quote()), nanoClock.getAsLong()));
                case Status status ->
                    entries.computeIfPresent(
                            status.symbol(),
                            (symbol, entry) ->
                                    new Entry(entry.quote().withStatus(status.status()), entry.receivedAtNanos()));
                default -> {
                    continue;
                }
            }
            changed.add(symbolOf(message));
        }
    }

    public Optional<Entry> entry(Symbol symbol) {
        return Optional.ofNullable(entries.get(symbol));
    }

    /** What changed since the last call, newest value each. For one drainer. */
    public Map<Symbol, Entry> drain() {
        Map<Symbol, Entry> drained = new LinkedHashMap<>();
        // Taken off before it is read, so that a change in between is seen now or at the next drain, never lost.
        for (Iterator<Symbol> symbols = changed.iterator(); symbols.hasNext(); ) {
            Symbol symbol = symbols.next();
            symbols.remove();
            Entry entry = entries.get(symbol);
            if (entry != null) {
                drained.put(symbol, entry);
            }
        }
        return drained;
    }

    /** Forgets symbols that nobody looks at any more. */
    public void retain(Set<Symbol> symbols) {
        entries.keySet().retainAll(symbols);
        changed.retainAll(symbols);
    }

    private void put(Quote whole) {
        entries.put(whole.symbol(), new Entry(whole, nanoClock.getAsLong()));
    }

    private static Symbol symbolOf(ServerMessage message) {
        return switch (message) {
            case Snapshot snapshot -> snapshot.symbol();
            case Quote quote -> quote.symbol();
            case Status status -> status.symbol();
            default -> throw new IllegalArgumentException("of no symbol");
        };
    }
}
