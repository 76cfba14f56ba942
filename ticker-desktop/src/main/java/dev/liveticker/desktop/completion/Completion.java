package dev.liveticker.desktop.completion;

import dev.liveticker.model.Instrument;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The instruments that somebody may mean by what they type, and the one among them that is highlighted. There are none
 * for what was there before somebody typed. Belongs to the FX thread; needs no toolkit.
 */
public final class Completion {

    /** As many as fit below a field. */
    public static final int MOST = 8;

    private final StringProperty text;
    private final Function<String, List<Instrument>> search;
    private final ObservableList<Instrument> suggestions = FXCollections.observableArrayList();
    private final IntegerProperty highlighted = new SimpleIntegerProperty(-1);

    /**
     * @param text what is typed
     * @param search what may be meant by it, best match first; at most {@value #MOST}
     */
    public Completion(StringProperty text, Function<String, List<Instrument>> search) {
        this.text = text;
        this.search = search;
        text.subscribe((before, now) -> suggest(now));
    }

    public ObservableList<Instrument> suggestions() {
        return suggestions;
    }

    /** The index of a suggestion; −1 for none. */
    public IntegerProperty highlighted() {
        return highlighted;
    }

    /** Moves the highlight up or down, round the ends. */
    public void move(int steps) {
        if (!suggestions.isEmpty()) {
            highlighted.set(Math.floorMod(highlighted.get() + steps, suggestions.size()));
        }
    }

    /** The suggestion that is highlighted. */
    public Optional<Instrument> chosen() {
        int index = highlighted.get();
        return index >= 0 && index < suggestions.size() ? Optional.of(suggestions.get(index)) : Optional.empty();
    }

    /**
     * Puts the symbol that is highlighted in the place of what was typed.
     *
     * @return whether that changed anything
     */
    public boolean complete() {
        String symbol = chosen().map(instrument -> instrument.symbol().text()).orElse("");
        boolean changes =
                !symbol.isEmpty() && !symbol.equalsIgnoreCase(text.get().strip());
        if (changes) {
            text.set(symbol);
        }
        clear();
        return changes;
    }

    /** Suggests nothing until something else is typed. */
    public void clear() {
        // Off first: a list forgets what is chosen in it when its items change.
        highlighted.set(-1);
        suggestions.clear();
    }

    private void suggest(String typed) {
        highlighted.set(-1);
        suggestions.setAll(search.apply(typed));
        highlighted.set(suggestions.isEmpty() ? -1 : 0);
    }
}
