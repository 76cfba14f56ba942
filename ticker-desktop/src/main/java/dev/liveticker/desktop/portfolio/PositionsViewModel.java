package dev.liveticker.desktop.portfolio;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.feed.Feed;
import dev.liveticker.feed.Subscription;
import dev.liveticker.model.Symbol;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Positions and totals at the newest prices. A price that comes in costs its own row and the total of its currency, and
 * nothing else. Belongs to the FX thread; needs no toolkit.
 */
final class PositionsViewModel {

    private static final Comparator<PositionRow> BY_SYMBOL = Comparator.comparing(PositionRow::symbol);

    private final Feed feed;
    private final InstrumentDirectory instruments;
    private final Function<Symbol, Optional<QuoteBook.Entry>> prices;
    private final ZoneId zone;
    private final Map<Symbol, PositionRow> bySymbol = new HashMap<>();
    private final Map<String, Sums> sums = new TreeMap<>();
    private final ObservableList<PositionRow> rows = FXCollections.observableArrayList();
    private final ObservableList<TotalRow> totals = FXCollections.observableArrayList();
    private final ObjectProperty<PositionRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Map<Figure, String>> widest = new ReadOnlyObjectWrapper<>(Map.of());
    private final Set<Symbol> subscribed = new HashSet<>();
    /** Whose figures may be longer since they were measured last. */
    private final Set<PositionRow> unmeasured = new HashSet<>();

    private @Nullable Comparator<PositionRow> comparator;

    /**
     * @param feed a share of its own
     * @param prices the newest of a symbol that somebody else may look at already
     * @param zone whose days transactions are dated by
     */
    PositionsViewModel(
            Feed feed,
            InstrumentDirectory instruments,
            Function<Symbol, Optional<QuoteBook.Entry>> prices,
            ZoneId zone) {
        this.feed = feed;
        this.instruments = instruments;
        this.prices = prices;
        this.zone = zone;
        instruments.onLoaded(this::describeAll);
    }

    /** In the order shown; changed only by this view model. */
    ObservableList<PositionRow> rows() {
        return rows;
    }

    /** One for each currency, by its code. */
    ObservableList<TotalRow> totals() {
        return totals;
    }

    ObjectProperty<PositionRow> selected() {
        return selected;
    }

    /** Whether prices are of now. */
    ReadOnlyBooleanProperty live() {
        return live.getReadOnlyProperty();
    }

    /** The totals in a line, for where there is no room for more. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** The longest text of each figure that has shown since the portfolio changed: a column holds it whole. */
    ReadOnlyObjectProperty<Map<Figure, String>> widest() {
        return widest.getReadOnlyProperty();
    }

    Optional<PositionRow> find(Symbol symbol) {
        return Optional.ofNullable(bySymbol.get(symbol));
    }

    /** Takes over another portfolio. */
    void hold(Portfolio portfolio) {
        Map<Symbol, Position> positions = Position.of(portfolio);
        for (PositionRow row : List.copyOf(rows)) {
            if (!positions.containsKey(row.symbol())) {
                bySymbol.remove(row.symbol());
                rows.remove(row);
                if (selected.get() == row) {
                    selected.set(null);
                }
            }
        }
        positions.forEach((symbol, position) -> {
            PositionRow row = bySymbol.get(symbol);
            if (row == null) {
                add(position);
            } else if (!row.position().equals(position)) {
                row.hold(position);
            }
        });
        subscribe();
        sumUp();
        sort();
        widest.set(Map.of());
        unmeasured.clear();
        unmeasured.addAll(rows);
        measure();
    }

    /** Takes in new prices. */
    void show(Map<Symbol, QuoteBook.Entry> changed) {
        Set<String> currencies = new HashSet<>();
        changed.forEach((symbol, entry) -> {
            PositionRow row = bySymbol.get(symbol);
            if (row != null && row.position().isOpen()) {
                Sums before = row.sums();
                row.price(entry);
                unmeasured.add(row);
                sums.computeIfPresent(
                        row.currency(), (currency, all) -> all.minus(before).plus(row.sums()));
                currencies.add(row.currency());
            }
        });
        showTotals(currencies);
    }

    /** The server does not offer this symbol. */
    void reject(String symbol) {
        Symbol.parse(symbol).map(bySymbol::get).ifPresent(row -> {
            row.refuse();
            sumUp();
        });
    }

    /** Forgets every price: they were another server's. */
    void forget() {
        rows.forEach(PositionRow::forget);
        sumUp();
    }

    void live(boolean isLive) {
        live.set(isLive);
    }

    /** Sorts what is shown; without a comparator by symbol. */
    void sortBy(@Nullable Comparator<PositionRow> wanted) {
        comparator = wanted;
        sort();
    }

    /** Brings the order up to date. Called once a second, and no more often, so that nothing jumps. */
    void second() {
        if (comparator != null) {
            sort();
        }
        measure();
    }

    private void measure() {
        Map<Figure, String> longest = new EnumMap<>(Figure.class);
        longest.putAll(widest.get());
        // Of thousands of positions few have another price in a second, and a figure takes its time to be written.
        List<FigureRow> rewritten = new ArrayList<>(unmeasured);
        rewritten.addAll(totals);
        unmeasured.clear();
        for (FigureRow row : rewritten) {
            for (Figure figure : Figure.values()) {
                longest.merge(figure, row.shown(figure), (a, b) -> b.length() > a.length() ? b : a);
            }
        }
        // The same lengths are the same widths: nothing moves while only digits change.
        if (!lengths(longest).equals(lengths(widest.get()))) {
            widest.set(longest);
        }
    }

    private static List<Integer> lengths(Map<Figure, String> texts) {
        List<Integer> lengths = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            lengths.add(texts.getOrDefault(figure, "").length());
        }
        return lengths;
    }

    private void add(Position position) {
        PositionRow row = new PositionRow(position, zone);
        row.describe(instruments.find(position.symbol()));
        bySymbol.put(position.symbol(), row);
        rows.add(row);
    }

    private void subscribe() {
        Set<Symbol> wanted = new HashSet<>();
        bySymbol.forEach((symbol, row) -> {
            if (row.position().isOpen()) {
                wanted.add(symbol);
            }
        });
        List<Symbol> unwanted =
                subscribed.stream().filter(symbol -> !wanted.contains(symbol)).toList();
        List<Symbol> more = wanted.stream()
                .filter(symbol -> !subscribed.contains(symbol))
                .sorted()
                .toList();
        if (!unwanted.isEmpty()) {
            feed.unsubscribe(unwanted.stream().map(Subscription::quotes).toList());
        }
        if (!more.isEmpty()) {
            feed.subscribe(more.stream().map(Subscription::quotes).toList());
        }
        subscribed.clear();
        subscribed.addAll(wanted);
        // Who shares a subscription gets no snapshot of its own.
        for (Symbol symbol : more) {
            PositionRow row = bySymbol.get(symbol);
            if (row != null) {
                prices.apply(symbol).ifPresent(row::price);
            }
        }
    }

    private void describeAll() {
        for (PositionRow row : rows) {
            row.describe(instruments.find(row.symbol()));
        }
        unmeasured.addAll(rows);
        sumUp();
    }

    private void sumUp() {
        sums.clear();
        for (PositionRow row : rows) {
            sums.merge(row.currency(), row.sums(), Sums::plus);
        }
        List<String> shown = totals.stream().map(TotalRow::currency).toList();
        List<String> wanted = new ArrayList<>(sums.keySet());
        if (!shown.equals(wanted)) {
            totals.setAll(wanted.stream().map(TotalRow::new).toList());
        }
        showTotals(sums.keySet());
    }

    private void showTotals(Set<String> currencies) {
        for (TotalRow total : totals) {
            Sums all = sums.get(total.currency());
            if (all != null && currencies.contains(total.currency())) {
                total.show(all);
            }
        }
        if (!currencies.isEmpty() || totals.isEmpty()) {
            summary.set(totals.stream().map(TotalRow::summary).collect(Collectors.joining(" \u00b7 ")));
        }
    }

    private void sort() {
        Comparator<PositionRow> first = comparator;
        Comparator<PositionRow> wanted = first == null ? BY_SYMBOL : first.thenComparing(BY_SYMBOL);
        for (int i = 1; i < rows.size(); i++) {
            if (wanted.compare(rows.get(i - 1), rows.get(i)) > 0) {
                rows.sort(wanted);
                return;
            }
        }
    }
}
