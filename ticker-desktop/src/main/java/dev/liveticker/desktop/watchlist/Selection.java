package dev.liveticker.desktop.watchlist;

import dev.liveticker.model.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The row that is charted, and which one was it in each of the other lists. */
final class Selection {

    private final ObjectProperty<QuoteRow> row = new SimpleObjectProperty<>();
    private final Map<Integer, Symbol> remembered = new HashMap<>();
    private int list;

    Selection() {
        row.subscribe(now -> {
            if (now != null) {
                remembered.put(list, now.symbol());
            }
        });
    }

    ObjectProperty<QuoteRow> row() {
        return row;
    }

    /** Another list shows: the row that was chosen there before is chosen again, or else the first. */
    void enter(int listId, ListedRows listed, List<QuoteRow> shown) {
        list = listId;
        Symbol before = remembered.get(listId);
        QuoteRow there = before == null ? null : listed.find(before);
        row.set(there != null ? there : shown.isEmpty() ? null : shown.getFirst());
    }

    /**
     * The rows changed: the one that is gone gives way to the one in its place.
     *
     * @param place where the chosen row stood
     */
    void stay(ListedRows listed, List<QuoteRow> shown, int place) {
        QuoteRow chosen = row.get();
        if (chosen == null || listed.find(chosen.symbol()) != chosen) {
            row.set(inPlace(shown, place));
        }
    }

    private static @Nullable QuoteRow inPlace(List<QuoteRow> shown, int place) {
        return shown.isEmpty() ? null : shown.get(Math.clamp(place, 0, shown.size() - 1));
    }
}
