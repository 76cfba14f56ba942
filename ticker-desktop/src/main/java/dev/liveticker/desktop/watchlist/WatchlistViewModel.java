package dev.liveticker.desktop.watchlist;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.feed.Feed;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the list that shows holds and does. Belongs to the FX thread; needs no toolkit. Prices cost as much as changed;
 * once a second it looks at every row.
 */
public final class WatchlistViewModel {

    /** How long a tick shows. */
    static final Duration TICK_SHOWN = Duration.ofMillis(450);

    private final InstrumentDirectory instruments;
    private final EditedLists lists;
    private final ListedRows listed;
    private final ShownRows shown = new ShownRows();
    private final Remarks remarks = new Remarks();
    private final RowAges ages = new RowAges();
    private final Flashes flashes = new Flashes();
    private final ObservableList<Symbol> symbols = FXCollections.observableArrayList();
    /** Kept here, since the list hears of changes only as long as somebody holds it. */
    private final ObservableList<Symbol> symbolsSeen = FXCollections.unmodifiableObservableList(symbols);

    private final Selection selection = new Selection();
    private final ReadOnlyObjectWrapper<ColumnLayout> layout;
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private final StringProperty filter = new SimpleStringProperty("");
    private Consumer<QuoteRow> trends = row -> {};
    private int listShown;
    private boolean held;

    public WatchlistViewModel(Feed feed, InstrumentDirectory instruments, Watchlists initial) {
        this.instruments = instruments;
        listed = new ListedRows(feed, instruments);
        lists = new EditedLists(initial);
        layout = new ReadOnlyObjectWrapper<>(initial.current().columns());
        listShown = initial.current().id();
        instruments.onLoaded(this::describeAll);
        settle(null, initial);
        lists.value().subscribe(this::settle);
        filter.subscribe(typed -> refilter());
    }

    /** Every list there is; to be kept when it changes. */
    public ReadOnlyObjectProperty<Watchlists> lists() {
        return lists.value();
    }

    EditedLists edited() {
        return lists;
    }

    InstrumentDirectory instruments() {
        return instruments;
    }

    Remarks remarks() {
        return remarks;
    }

    /** The rows in the order shown; changed only by this view model. */
    public ObservableList<QuoteRow> rows() {
        return shown.list();
    }

    /** Whether a row that shows has a price. */
    public boolean anyQuoted() {
        return rows().stream().anyMatch(row -> row.standing().get() == QuoteRow.Standing.QUOTED);
    }

    /** Every row of the list that shows, in the order shown, also those that a filter hides. */
    List<QuoteRow> allRows() {
        return listed.all().stream().sorted(RowOrder.by(layout.get().sort())).toList();
    }

    /** Whether the rows are being changed: what a table then says of its selection is no choice of a person's. */
    boolean isSettling() {
        return shown.isSettling();
    }

    /** What the list that shows holds, in its own order, however it is sorted and filtered. */
    public ObservableList<Symbol> symbols() {
        return symbolsSeen;
    }

    /** The row that is charted; holds nothing if there is none. */
    public ObjectProperty<QuoteRow> selected() {
        return selection.row();
    }

    /** The columns of the list that shows. */
    public ReadOnlyObjectProperty<ColumnLayout> layout() {
        return layout.getReadOnlyProperty();
    }

    /** What somebody typed to narrow the rows. */
    public StringProperty filter() {
        return filter;
    }

    /** What there is to say at the moment. */
    public ReadOnlyObjectProperty<Remark> remark() {
        return remarks.newest();
    }

    /** Whether prices are of now. */
    public ReadOnlyBooleanProperty live() {
        return live.getReadOnlyProperty();
    }

    /** Has rows that come into sight begin with what is known of them. */
    public void recallFrom(Function<Symbol, Optional<QuoteBook.Entry>> known) {
        listed.recallFrom(known);
    }

    /** Has the last hours of rows that are looked at fetched by these. */
    public void trendsFrom(Trends source) {
        trends = source::want;
    }

    void wantTrend(QuoteRow row) {
        trends.accept(row);
    }

    /** Puts a symbol at the end of the list and selects it; one that is there already is only selected. */
    public void add(Symbol symbol) {
        add(List.of(symbol));
    }

    /** Puts symbols at the end of the list, as many as it takes, and selects the first. */
    void add(Collection<Symbol> added) {
        Watchlists before = lists.get();
        List<Symbol> fresh = added.stream()
                .filter(symbol -> !listed.holds(symbol))
                .distinct()
                .toList();
        List<Symbol> taken = fresh.subList(0, Math.min(fresh.size(), before.room()));
        lists.edit(now -> now.with(now.current().with(taken)));
        if (taken.size() < fresh.size()) {
            remarks.say(Texts.of("watchlist.full", Watchlist.MOST_SYMBOLS, Watchlists.MOST_IN_ALL));
        }
        added.stream().filter(listed::holds).findFirst().map(listed::find).ifPresent(this::reveal);
    }

    /** Takes rows off the list; the one after them is selected. */
    void remove(Collection<QuoteRow> removed) {
        List<Symbol> gone =
                removed.stream().map(QuoteRow::symbol).filter(listed::holds).toList();
        if (lists.edit(now -> now.with(now.current().without(gone)))) {
            remarks.sayUndoable(
                    gone.size() == 1
                            ? Texts.of("watchlist.removed", gone.getFirst().text())
                            : Texts.of("watchlist.removed.many", gone.size()));
        }
    }

    /** Whether rows stand in the list's own order and all show, so that they can be moved. */
    boolean isMovable() {
        return lists.get().current().columns().sort() == null && folded().isEmpty();
    }

    /**
     * Moves rows together in the list's own order. Without effect, save for a remark, where rows stand otherwise.
     *
     * @param gap before which row of the list as it is; the number of rows for the end
     */
    void move(Collection<QuoteRow> moving, int gap) {
        if (!isMovable()) {
            remarks.say(Texts.of("watchlist.unmovable"));
            return;
        }
        List<Symbol> moved = moving.stream().map(QuoteRow::symbol).toList();
        lists.edit(now -> now.with(now.current().moved(moved, gap)));
    }

    /** Moves rows up (−1) or down (+1) by one. */
    void nudge(Collection<QuoteRow> moving, int step) {
        if (moving.isEmpty()) {
            return;
        }
        int first = moving.stream().mapToInt(QuoteRow::place).min().orElseThrow();
        int last = moving.stream().mapToInt(QuoteRow::place).max().orElseThrow();
        move(moving, step < 0 ? first - 1 : last + 2);
    }

    /** Writes something beside a row; the blank text takes it away. */
    void note(QuoteRow row, String text) {
        lists.edit(now -> now.with(now.current().noted(row.symbol(), text)));
    }

    /** Takes the newest change of the lists back. Without effect if there is none. */
    public void undo() {
        restore(lists::undo);
    }

    /** Makes the change that was taken back last again. Without effect if there is none. */
    public void redo() {
        restore(lists::redo);
    }

    /** Sorts what is shown; without a column it is in the list's own order. */
    void sortBy(ColumnLayout.@Nullable Sort sort) {
        arrange(columns -> columns.withSort(sort));
    }

    /** Changes which columns show, and how. */
    void arrange(UnaryOperator<ColumnLayout> change) {
        lists.layout(change);
    }

    /** While somebody writes or drags in the table, rows stay where they are. */
    void hold(boolean now) {
        held = now;
    }

    /** Whether rows tell a stale quote's age below the symbol, since no column does. */
    void captionAges(boolean now) {
        if (ages.inCaption(now)) {
            listed.all().forEach(ages::tell);
        }
    }

    /** Takes in new prices. */
    public void show(Map<Symbol, QuoteBook.Entry> entries, long atNanos) {
        ages.now(atNanos);
        entries.forEach((symbol, entry) -> {
            QuoteRow row = listed.find(symbol);
            if (row != null) {
                if (row.show(entry)) {
                    flashes.add(row, atNanos + TICK_SHOWN.toNanos());
                }
                if (row.stale().get()) {
                    ages.tell(row);
                }
            }
        });
    }

    /** The server does not offer this symbol. */
    public void reject(String symbol, String code) {
        Symbol.parse(symbol)
                .map(listed::find)
                .ifPresent(row -> row.refused(
                        switch (code) {
                            case "too_many_symbols" -> Texts.of("watchlist.refused.many");
                            case "not_allowed" -> Texts.of("watchlist.refused.right");
                            default -> Texts.of("watchlist.unknown");
                        }));
    }

    /** The server offers these symbols. */
    public void offer(Collection<Symbol> offeredSymbols) {
        for (Symbol symbol : offeredSymbols) {
            QuoteRow row = listed.find(symbol);
            if (row != null) {
                row.offered();
            }
        }
    }

    /** Forgets every price: they were another server's. */
    public void forget() {
        listed.all().forEach(QuoteRow::forget);
    }

    /** Whether the connection is live. */
    public void live(boolean isLive) {
        live.set(isLive);
        ages.live(isLive);
    }

    /** Lets ticks fade. Called often. */
    public void pulse(long atNanos) {
        flashes.pulse(atNanos);
    }

    /** Brings ages, trends and the order up to date. Called once a second. */
    public void second(long atNanos) {
        ages.now(atNanos);
        for (QuoteRow row : listed.all()) {
            ages.tell(row);
            row.showTrend();
        }
        remarks.second(atNanos);
        if (!held) {
            shown.sort(RowOrder.by(layout.get().sort()));
        }
    }

    private void restore(BooleanSupplier step) {
        Set<Symbol> before = new HashSet<>(symbols);
        int list = listShown;
        if (step.getAsBoolean()) {
            remarks.silence();
            if (list == listShown) {
                listed.all().stream()
                        .filter(row -> !before.contains(row.symbol()))
                        .findFirst()
                        .ifPresent(this::reveal);
            }
        }
    }

    /** Selects a row, and has it seen. */
    private void reveal(QuoteRow row) {
        if (!passes(row)) {
            filter.set("");
        }
        selection.row().set(row);
    }

    private void settle(@Nullable Watchlists before, Watchlists now) {
        Watchlist list = now.current();
        Watchlist old = before == null ? null : before.current();
        boolean other = old == null || old.id() != list.id();
        boolean sameRows = old != null
                && old.id() == list.id()
                && old.symbols().equals(list.symbols())
                && old.notes().equals(list.notes());
        if (!sameRows) {
            int place = rows().indexOf(selection.row().get());
            listed.fill(list);
            listed.all().forEach(ages::tell);
            symbols.setAll(list.symbols());
            if (other) {
                filter.set("");
            }
            showRows(list.columns());
            if (other) {
                listShown = list.id();
                selection.enter(listShown, listed, rows());
            } else {
                selection.stay(listed, rows(), place);
            }
        }
        if (!list.columns().equals(layout.get())) {
            boolean sorted = !Objects.equals(list.columns().sort(), layout.get().sort());
            layout.set(list.columns());
            if (sorted) {
                shown.sort(RowOrder.by(list.columns().sort()));
            }
        }
    }

    private void describeAll() {
        listed.describe();
        if (!folded().isEmpty()) {
            refilter();
        }
    }

    private String folded() {
        return InstrumentDirectory.fold(filter.get());
    }

    private void refilter() {
        showRows(layout.get());
    }

    private void showRows(ColumnLayout columns) {
        String wanted = folded();
        shown.show(
                List.copyOf(listed.all()), row -> wanted.isEmpty() || row.matches(wanted), RowOrder.by(columns.sort()));
    }

    private boolean passes(QuoteRow row) {
        String wanted = folded();
        return wanted.isEmpty() || row.matches(wanted);
    }
}
