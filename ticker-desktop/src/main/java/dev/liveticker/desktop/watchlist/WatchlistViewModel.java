package dev.liveticker.desktop.watchlist;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.Ages;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.Subscription;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the watchlist shows and does. Belongs to the FX thread; needs no toolkit. */
public final class WatchlistViewModel {

    /** How long a tick shows. */
    static final Duration TICK_SHOWN = Duration.ofMillis(450);

    /** How long the way back is offered on the screen; Ctrl+Z knows it for longer. */
    static final Duration UNDO_OFFERED = Duration.ofSeconds(8);

    private static final int REMOVALS_KEPT = 50;

    /** A row taken off the list, and where it stood. */
    public record Removal(QuoteRow row, int index) {}

    private record Flash(QuoteRow row, long untilNanos) {}

    private final Feed feed;
    private final InstrumentDirectory instruments;
    private final Map<Symbol, QuoteRow> bySymbol = new HashMap<>();
    private final ObservableList<Symbol> symbols = FXCollections.observableArrayList();
    private final ObservableList<QuoteRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<QuoteRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Removal> offered = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private final Deque<Removal> removals = new ArrayDeque<>();
    private final Deque<Flash> flashes = new ArrayDeque<>();
    private @Nullable Comparator<QuoteRow> comparator;
    private long offeredUntilNanos;

    /** @param listed what the list holds at first, in this order */
    public WatchlistViewModel(Feed feed, InstrumentDirectory instruments, Collection<Symbol> listed) {
        this.feed = feed;
        this.instruments = instruments;
        instruments.onLoaded(this::describeAll);
        for (Symbol symbol : listed) {
            if (!bySymbol.containsKey(symbol)) {
                insert(newRow(symbol), symbols.size());
            }
        }
        if (!rows.isEmpty()) {
            selected.set(rows.getFirst());
            feed.subscribe(symbols.stream().map(Subscription::quotes).toList());
        }
    }

    /** The rows in the order shown; changed only by this view model. */
    public ObservableList<QuoteRow> rows() {
        return rows;
    }

    /** What the list holds, in the list's own order, however it is sorted. */
    public ObservableList<Symbol> symbols() {
        return FXCollections.unmodifiableObservableList(symbols);
    }

    public ObjectProperty<QuoteRow> selected() {
        return selected;
    }

    /** The removal whose way back is offered at the moment; holds nothing if there is none. */
    public ReadOnlyObjectProperty<Removal> offered() {
        return offered.getReadOnlyProperty();
    }

    /** Whether prices are of now. */
    public ReadOnlyBooleanProperty live() {
        return live.getReadOnlyProperty();
    }

    /** Puts a symbol at the end of the list and selects it; one that is there already is only selected. */
    public void add(Symbol symbol) {
        QuoteRow present = bySymbol.get(symbol);
        if (present == null) {
            present = newRow(symbol);
            insert(present, symbols.size());
            feed.subscribe(List.of(Subscription.quotes(symbol)));
            sort();
        }
        selected.set(present);
    }

    /** Takes a row off the list; the one after it is selected. */
    public void remove(QuoteRow row, long nowNanos) {
        int shownAt = rows.indexOf(row);
        if (shownAt < 0) {
            return;
        }
        Removal removal = new Removal(row, symbols.indexOf(row.symbol()));
        removals.push(removal);
        if (removals.size() > REMOVALS_KEPT) {
            removals.removeLast();
        }
        boolean wasSelected = selected.get() == row;
        bySymbol.remove(row.symbol());
        symbols.remove(removal.index());
        rows.remove(shownAt);
        feed.unsubscribe(List.of(Subscription.quotes(row.symbol())));
        if (wasSelected) {
            selected.set(rows.isEmpty() ? null : rows.get(Math.min(shownAt, rows.size() - 1)));
        }
        offered.set(removal);
        offeredUntilNanos = nowNanos + UNDO_OFFERED.toNanos();
    }

    /** Brings the row that was removed last back to where it stood. Without effect if there is none. */
    public void undo() {
        if (removals.isEmpty()) {
            return;
        }
        Removal removal = removals.pop();
        offered.set(null);
        QuoteRow row = removal.row();
        if (!bySymbol.containsKey(row.symbol())) {
            insert(row, Math.min(removal.index(), symbols.size()));
            feed.subscribe(List.of(Subscription.quotes(row.symbol())));
            sort();
        }
        selected.set(bySymbol.get(row.symbol()));
    }

    /** Sorts what is shown; without a comparator it is in the list's own order. */
    public void sortBy(@Nullable Comparator<QuoteRow> wanted) {
        comparator = wanted;
        sort();
    }

    /** Takes in new prices. */
    public void show(Map<Symbol, QuoteBook.Entry> entries, long nowNanos) {
        entries.forEach((symbol, entry) -> {
            QuoteRow row = bySymbol.get(symbol);
            if (row != null && row.show(entry)) {
                flashes.add(new Flash(row, nowNanos + TICK_SHOWN.toNanos()));
            }
        });
    }

    /** The server does not offer this symbol. */
    public void reject(String symbol) {
        Symbol.parse(symbol).map(bySymbol::get).ifPresent(QuoteRow::unknown);
    }

    /** The server offers these symbols. */
    public void offer(Collection<Symbol> offeredSymbols) {
        for (Symbol symbol : offeredSymbols) {
            QuoteRow row = bySymbol.get(symbol);
            if (row != null) {
                row.offered();
            }
        }
    }

    /** Forgets every price: they were another server's. */
    public void forget() {
        rows.forEach(QuoteRow::forget);
    }

    /** Whether the connection is live. */
    public void live(boolean isLive) {
        live.set(isLive);
    }

    /** Lets ticks fade. Called often. */
    public void pulse(long nowNanos) {
        Set<QuoteRow> ended = new HashSet<>();
        while (!flashes.isEmpty() && flashes.getFirst().untilNanos() - nowNanos <= 0) {
            ended.add(flashes.removeFirst().row());
        }
        // A row that ticked again in the meantime goes on showing it.
        for (Flash flash : ended.isEmpty() ? List.<Flash>of() : flashes) {
            ended.remove(flash.row());
        }
        ended.forEach(QuoteRow::calm);
    }

    /** Brings ages and the order up to date. Called once a second. */
    public void second(long nowNanos) {
        for (QuoteRow row : rows) {
            row.receivedAtNanos().ifPresent(received -> {
                Duration age = Duration.ofNanos(nowNanos - received);
                row.showAge(live.get() ? Ages.brief(age) : Ages.ago(age));
            });
        }
        if (offered.get() != null && nowNanos - offeredUntilNanos >= 0) {
            offered.set(null);
        }
        sort();
    }

    private QuoteRow newRow(Symbol symbol) {
        QuoteRow row = new QuoteRow(symbol);
        row.describe(instruments.find(symbol).orElse(null));
        return row;
    }

    private void insert(QuoteRow row, int index) {
        bySymbol.put(row.symbol(), row);
        symbols.add(index, row.symbol());
        rows.add(Math.min(index, rows.size()), row);
    }

    private void describeAll() {
        for (QuoteRow row : rows) {
            row.describe(instruments.find(row.symbol()).orElse(null));
        }
    }

    private void sort() {
        Map<Symbol, Integer> place = new HashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            place.put(symbols.get(i), i);
        }
        Comparator<QuoteRow> inPlace = Comparator.comparing(row -> place.get(row.symbol()));
        Comparator<QuoteRow> wanted = Optional.ofNullable(comparator)
                .map(first -> first.thenComparing(inPlace))
                .orElse(inPlace);
        for (int i = 1; i < rows.size(); i++) {
            if (wanted.compare(rows.get(i - 1), rows.get(i)) > 0) {
                rows.sort(wanted);
                return;
            }
        }
    }
}
