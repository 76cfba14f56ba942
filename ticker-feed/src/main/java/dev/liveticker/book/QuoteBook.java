package dev.liveticker.book;

import dev.liveticker.message.Quote;
import dev.liveticker.message.ServerMessage;
import dev.liveticker.message.Snapshot;
import dev.liveticker.message.Status;
import dev.liveticker.model.Symbol;
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

    /**
     * Handed over whole when it is drained. Guarded by this, for one message at a time: no view is to wait for more.
     */
    private Map<Symbol, Entry> changed = new LinkedHashMap<>();

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
        messages.forEach(this::accept);
    }

    private synchronized void accept(ServerMessage message) {
        switch (message) {
            case Snapshot snapshot -> put(new Entry(snapshot.quote(), nanoClock.getAsLong()));
            case Quote quote -> {
                Entry known = entries.get(quote.symbol());
                Quote whole = known == null ? quote : quote.over(known.quote());
                put(new Entry(whole, nanoClock.getAsLong()));
            }
            case Status status -> {
                Entry known = entries.get(status.symbol());
                if (known != null) {
                    put(new Entry(known.quote().withStatus(status.status()), known.receivedAtNanos()));
                }
            }
            default -> {}
        }
    }

    private void put(Entry entry) {
        entries.put(entry.quote().symbol(), entry);
        changed.put(entry.quote().symbol(), entry);
    }

    public Optional<Entry> entry(Symbol symbol) {
        return Optional.ofNullable(entries.get(symbol));
    }

    /** What changed since the last call, newest value each. For one drainer. */
    public synchronized Map<Symbol, Entry> drain() {
        Map<Symbol, Entry> drained = changed;
        // The next pulse finds about as many.
        changed = LinkedHashMap.newLinkedHashMap(drained.size());
        return drained;
    }

    /** Forgets symbols that nobody looks at any more. */
    public synchronized void retain(Set<Symbol> symbols) {
        entries.keySet().retainAll(symbols);
        changed.keySet().retainAll(symbols);
    }
}
