package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One list of symbols.
 *
 * @param id tells it from the other lists while the desktop runs
 * @param name for people; not blank
 * @param symbols in the list's own order, each once; at most {@link #MOST_SYMBOLS}
 * @param notes what somebody wrote beside a symbol of the list; not blank
 */
public record Watchlist(int id, String name, List<Symbol> symbols, Map<Symbol, String> notes, ColumnLayout columns) {

    /** As many as a table still shows with ease. */
    public static final int MOST_SYMBOLS = 5_000;

    static final int LONGEST_NAME = 60;
    static final int LONGEST_NOTE = 100;

    public Watchlist {
        Set<Symbol> once = new LinkedHashSet<>(symbols);
        if (once.size() > MOST_SYMBOLS) {
            throw new IllegalArgumentException("more than " + MOST_SYMBOLS + " symbols in a list");
        }
        symbols = once.size() == symbols.size() ? List.copyOf(symbols) : List.copyOf(once);
        if (!once.containsAll(notes.keySet())) {
            Map<Symbol, String> kept = new HashMap<>(notes);
            kept.keySet().retainAll(once);
            notes = kept;
        }
        notes = Map.copyOf(notes);
    }

    static Watchlist empty(int id, String name) {
        return new Watchlist(id, name, List.of(), Map.of(), ColumnLayout.defaults());
    }

    /** A name as it is kept: in one line and not too long; empty if nothing is left. */
    static String tidyName(String name) {
        return tidy(name, LONGEST_NAME);
    }

    /** A note as it is kept: in one line and not too long; empty if nothing is left. */
    static String tidyNote(String note) {
        return tidy(note, LONGEST_NOTE);
    }

    Watchlist renamed(String newName) {
        return new Watchlist(id, newName, symbols, notes, columns);
    }

    Watchlist withColumns(ColumnLayout newColumns) {
        return new Watchlist(id, name, symbols, notes, newColumns);
    }

    /** With these at the end; those it holds already stay where they are. */
    Watchlist with(Collection<Symbol> added) {
        List<Symbol> all = new ArrayList<>(symbols);
        all.addAll(added);
        return new Watchlist(id, name, all, notes, columns);
    }

    Watchlist without(Collection<Symbol> removed) {
        Set<Symbol> gone = new HashSet<>(removed);
        return new Watchlist(
                id,
                name,
                symbols.stream().filter(symbol -> !gone.contains(symbol)).toList(),
                notes,
                columns);
    }

    /**
     * With some symbols moved together, in the order they stand in.
     *
     * @param gap before which row of the list as it is; its size for the end
     */
    Watchlist moved(Collection<Symbol> moving, int gap) {
        Set<Symbol> taken = new HashSet<>(moving);
        List<Symbol> ordered = new ArrayList<>();
        for (int i = 0; i <= symbols.size(); i++) {
            if (i == Math.clamp(gap, 0, symbols.size())) {
                symbols.stream().filter(taken::contains).forEach(ordered::add);
            }
            if (i < symbols.size() && !taken.contains(symbols.get(i))) {
                ordered.add(symbols.get(i));
            }
        }
        return new Watchlist(id, name, ordered, notes, columns);
    }

    /** With this written beside a symbol; nothing if it is blank. */
    Watchlist noted(Symbol symbol, String note) {
        Map<Symbol, String> newNotes = new HashMap<>(notes);
        String tidy = tidyNote(note);
        if (tidy.isEmpty()) {
            newNotes.remove(symbol);
        } else {
            newNotes.put(symbol, tidy);
        }
        return new Watchlist(id, name, symbols, newNotes, columns);
    }

    private static String tidy(String text, int longest) {
        return ForeignText.cut(ForeignText.line(text).strip(), longest).strip();
    }
}
