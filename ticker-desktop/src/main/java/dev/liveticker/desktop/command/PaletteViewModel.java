package dev.liveticker.desktop.command;

import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.storage.Kept;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds any command and any symbol by a few letters. Belongs to the FX thread; needs no toolkit. */
public final class PaletteViewModel {

    /** More symbols than that are no answer: one types another letter. */
    static final int MOST_SYMBOLS = 20;

    private static final int RECENT_FIRST = 15;

    private final InstrumentDirectory instruments;
    private final Kept<Recent> recent;
    private final Consumer<Symbol> chart;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
    private final IntegerProperty highlighted = new SimpleIntegerProperty(-1);
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private List<Command> commands = List.of();

    private record Ranked(PaletteEntry entry, int score) {}

    /** @param chart charts a symbol, and puts it on the watchlist if it is not there */
    public PaletteViewModel(InstrumentDirectory instruments, Kept<Recent> recent, Consumer<Symbol> chart) {
        this.instruments = instruments;
        this.recent = recent;
        this.chart = chart;
        text.subscribe(typed -> find());
        instruments.onLoaded(() -> {
            if (open.get()) {
                find();
            }
        });
    }

    /** Everything that can be done, in the order in which it is listed while nothing is typed. */
    public void commands(List<Command> all) {
        commands = List.copyOf(all);
        find();
    }

    public StringProperty text() {
        return text;
    }

    /** The answers, best first; empty if there is none. */
    public ObservableList<PaletteEntry> entries() {
        return entries;
    }

    /** Which entry Enter takes; −1 for none. */
    public IntegerProperty highlighted() {
        return highlighted;
    }

    public ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** Opens it, with nothing typed; closes it if it is open. */
    public void toggle() {
        if (open.get()) {
            close();
            return;
        }
        text.set("");
        find();
        open.set(true);
    }

    public void close() {
        open.set(false);
    }

    /** Moves the highlight down, or up for a negative number; by one it goes round the ends, by more it stops there. */
    public void move(int steps) {
        if (entries.isEmpty()) {
            return;
        }
        int wanted = highlighted.get() + steps;
        highlighted.set(
                Math.abs(steps) == 1
                        ? Math.floorMod(wanted, entries.size())
                        : Math.clamp(wanted, 0, entries.size() - 1));
    }

    /** Takes the highlighted entry. Without effect if there is none, or it cannot be done now. */
    public void accept() {
        int index = highlighted.get();
        if (index < 0 || index >= entries.size()) {
            return;
        }
        PaletteEntry entry = entries.get(index);
        switch (entry) {
            case PaletteEntry.OfCommand(Command command, var _) -> {
                if (command.enabled().getAsBoolean()) {
                    taken(entry);
                    // Afterwards, since it may put the keyboard where it belongs.
                    command.run();
                }
            }
            case PaletteEntry.OfSymbol(Instrument instrument) -> {
                taken(entry);
                chart.accept(instrument.symbol());
            }
        }
    }

    private void taken(PaletteEntry entry) {
        recent.change(before -> before.with(entry.key()));
        close();
    }

    private void find() {
        String typed = text.get().strip();
        // Off first: a list forgets what is chosen in it when its items change.
        highlighted.set(-1);
        entries.setAll(typed.isEmpty() ? everything() : answers(typed));
        highlighted.set(entries.isEmpty() ? -1 : 0);
    }

    private List<PaletteEntry> everything() {
        Map<String, PaletteEntry> all = new LinkedHashMap<>();
        recent.get().keys().stream()
                .map(this::remembered)
                .flatMap(Optional::stream)
                .forEach(entry -> all.put(entry.key(), entry));
        for (Command command : commands) {
            PaletteEntry entry = new PaletteEntry.OfCommand(command, new BitSet());
            all.putIfAbsent(entry.key(), entry);
        }
        return List.copyOf(all.values());
    }

    private Optional<PaletteEntry> remembered(String key) {
        for (Command command : commands) {
            PaletteEntry entry = new PaletteEntry.OfCommand(command, new BitSet());
            if (entry.key().equals(key)) {
                return Optional.of(entry);
            }
        }
        String symbol = key.startsWith("symbol:") ? key.substring("symbol:".length()) : "";
        return Symbol.parse(symbol).flatMap(instruments::find).map(PaletteEntry.OfSymbol::new);
    }

    private List<PaletteEntry> answers(String typed) {
        List<Ranked> ranked = new ArrayList<>();
        for (Command command : commands) {
            FuzzyMatch.of(typed, command.title())
                    .ifPresent(match ->
                            ranked.add(rank(new PaletteEntry.OfCommand(command, match.places()), match.score())));
        }
        for (Instrument instrument : instruments.search(typed, MOST_SYMBOLS)) {
            ranked.add(rank(new PaletteEntry.OfSymbol(instrument), worth(instrument, typed)));
        }
        // A stable sort: equals stay as the list of commands, and the search among the symbols, have them.
        return ranked.stream()
                .sorted(Comparator.comparingInt(Ranked::score).reversed())
                .map(Ranked::entry)
                .toList();
    }

    private Ranked rank(PaletteEntry entry, int score) {
        return new Ranked(entry, recent.get().keys().contains(entry.key()) ? score + RECENT_FIRST : score);
    }

    /** Against a command's 1 to 100: the symbol itself goes before everything. */
    private static int worth(Instrument instrument, String typed) {
        String wanted = typed.toUpperCase(Locale.ROOT);
        String symbol = instrument.symbol().text();
        if (symbol.equals(wanted)) {
            return 200;
        }
        if (symbol.startsWith(wanted)) {
            return 95;
        }
        return instrument.name().toUpperCase(Locale.ROOT).startsWith(wanted) ? 90 : 50;
    }

    /** The entry that Enter would take, for people who listen; empty if there is none. */
    public String spoken() {
        int index = highlighted.get();
        return index < 0 || index >= entries.size() ? "" : entries.get(index).title();
    }
}
