package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.completion.Completion;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Instrument;
import dev.liveticker.model.Symbol;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The add box: what is typed, what it could mean, and what Enter then adds. Belongs to the FX thread. */
public final class AddSymbolViewModel {

    private final InstrumentDirectory instruments;
    private final WatchlistViewModel watchlist;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Completion completion;

    public AddSymbolViewModel(InstrumentDirectory instruments, WatchlistViewModel watchlist) {
        this.instruments = instruments;
        this.watchlist = watchlist;
        text.subscribe(typed -> problem.set(""));
        completion = new Completion(text, typed -> instruments.search(typed, Completion.MOST));
    }

    public StringProperty text() {
        return text;
    }

    /** What may be meant; Enter takes what is highlighted. */
    public Completion completion() {
        return completion;
    }

    /** Why nothing could be added; empty while there is nothing to say. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Adds the highlighted suggestion; without one, what is typed, so that a symbol which the list of instruments lacks
     * gets its answer from the server.
     *
     * @return whether something was added
     */
    public boolean accept() {
        Optional<Symbol> symbol = completion.chosen().map(Instrument::symbol).or(() -> instruments.read(text.get()));
        if (symbol.isEmpty()) {
            // Told again where it was told before: what said it may be gone.
            problem.set("");
            problem.set(
                    text.get().isBlank()
                            ? ""
                            : Texts.of(
                                    "add.nothing",
                                    ForeignText.excerpt(text.get().strip())));
            return false;
        }
        watchlist.add(symbol.get());
        text.set("");
        return true;
    }
}
