package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The add box: what is typed, what it could mean, and what Enter then adds. Belongs to the FX thread. */
public final class AddSymbolViewModel {

    /** As many suggestions as fit below the box. */
    static final int SUGGESTIONS = 8;

    private final InstrumentDirectory instruments;
    private final WatchlistViewModel watchlist;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<Instrument> suggestions = FXCollections.observableArrayList();
    private final IntegerProperty highlighted = new SimpleIntegerProperty(-1);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    public AddSymbolViewModel(InstrumentDirectory instruments, WatchlistViewModel watchlist) {
        this.instruments = instruments;
        this.watchlist = watchlist;
        text.subscribe(this::suggest);
    }

    public StringProperty text() {
        return text;
    }

    public ObservableList<Instrument> suggestions() {
        return suggestions;
    }

    /** Which suggestion Enter takes; −1 for none. */
    public IntegerProperty highlighted() {
        return highlighted;
    }

    /** Why nothing could be added; empty while there is nothing to say. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Moves the highlight up or down, round the ends. */
    public void move(int steps) {
        if (!suggestions.isEmpty()) {
            highlighted.set(Math.floorMod(highlighted.get() + steps, suggestions.size()));
        }
    }

    /**
     * Adds the highlighted suggestion; without one, what is typed, so that a symbol which the list of instruments lacks
     * gets its answer from the server.
     *
     * @return whether something was added
     */
    public boolean accept() {
        int index = highlighted.get();
        Optional<Symbol> symbol = index >= 0 && index < suggestions.size()
                ? Optional.of(suggestions.get(index).symbol())
                : instruments.read(text.get());
        if (symbol.isEmpty()) {
            problem.set(
                    text.get().isBlank()
                            ? ""
                            : Texts.of("add.nothing", text.get().strip()));
            return false;
        }
        watchlist.add(symbol.get());
        text.set("");
        return true;
    }

    private void suggest(String typed) {
        problem.set("");
        // Off first: a list forgets what is chosen in it when its items change.
        highlighted.set(-1);
        suggestions.setAll(instruments.search(typed, SUGGESTIONS));
        highlighted.set(suggestions.isEmpty() ? -1 : 0);
    }
}
