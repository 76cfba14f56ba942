package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Which lists there are and which one shows: making, naming and deleting them, and what comes from files and from the
 * clipboard. Belongs to the FX thread; needs no toolkit.
 */
public final class ListsViewModel {

    private static final int FAULTS_TOLD = 3;

    private final WatchlistViewModel watchlist;
    private final EditedLists lists;
    private final Remarks remarks;

    public ListsViewModel(WatchlistViewModel watchlist) {
        this.watchlist = watchlist;
        this.lists = watchlist.edited();
        this.remarks = watchlist.remarks();
    }

    public ReadOnlyObjectProperty<Watchlists> lists() {
        return lists.value();
    }

    public ReadOnlyBooleanProperty canUndo() {
        return lists.canUndo();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return lists.canRedo();
    }

    /** Shows another list. Without effect if there is none of this index. */
    public void show(int index) {
        if (index >= 0 && index < lists.get().lists().size()) {
            lists.arrange(now -> now.show(index));
        }
    }

    /** Makes an empty list, which shows. */
    public boolean create() {
        Watchlists now = lists.get();
        if (!now.hasRoomForList()) {
            remarks.say(Texts.of("watchlist.lists.full", Watchlists.MOST_LISTS));
            return false;
        }
        int id = now.nextId();
        String name =
                now.freeName(Texts.of("watchlist.lists.numbered", now.lists().size() + 1), id);
        return lists.edit(before -> before.plus(Watchlist.empty(id, name)));
    }

    /** Gives the list that shows another name, or one like it that no other list has. A blank one changes nothing. */
    public void rename(String wish) {
        String name = Watchlist.tidyName(wish);
        if (!name.isEmpty()) {
            lists.edit(now -> now.with(
                    now.current().renamed(now.freeName(name, now.current().id()))));
        }
    }

    /** Deletes the list that shows; there is a way back. */
    public void delete() {
        String name = lists.get().current().name();
        if (lists.edit(Watchlists::withoutCurrent)) {
            remarks.sayUndoable(Texts.of("watchlist.lists.deleted", name));
        }
    }

    public void undo() {
        watchlist.undo();
    }

    public void redo() {
        watchlist.redo();
    }

    /** Puts the symbols that a text holds on the list that shows. */
    public void paste(String text) {
        Predicate<Symbol> known = symbol -> watchlist.instruments().find(symbol).isPresent();
        PastedSymbols pasted = PastedSymbols.read(text, watchlist.instruments()::read, known);
        add(pasted.symbols(), pasted.unclear());
    }

    /** Puts symbols on the list that shows, and selects the first of them. */
    public void watch(List<Symbol> symbols) {
        add(symbols, List.of());
    }

    private void add(List<Symbol> symbols, List<String> unclear) {
        Set<Symbol> before = Set.copyOf(lists.get().current().symbols());
        List<Symbol> fresh =
                symbols.stream().filter(symbol -> !before.contains(symbol)).toList();
        int room = lists.get().room();
        watchlist.add(symbols);
        if (fresh.size() > room) {
            return;
        }
        List<String> words = new ArrayList<>();
        if (!fresh.isEmpty() || unclear.isEmpty()) {
            words.add(Texts.of("watchlist.pasted", fresh.size()));
        }
        if (symbols.size() > fresh.size()) {
            words.add(Texts.of("watchlist.pasted.there", symbols.size() - fresh.size()));
        }
        if (!unclear.isEmpty()) {
            words.add(Texts.of("watchlist.pasted.unclear", some(unclear, ", ")));
        }
        say(String.join(" \u00b7 ", words), !fresh.isEmpty());
    }

    /** What symbol somebody means by a text, as far as it is known now; safe in any thread. */
    Function<String, Optional<Symbol>> symbolReader() {
        return watchlist.instruments().reader();
    }

    /**
     * Makes a list of what a file holds, or shows the one that was made of it before.
     *
     * @param name of the list, such as the file's
     * @param file what was read of it; nothing if it is too large
     */
    void importCsv(String name, Optional<WatchlistCsv.Reading> file) {
        if (file.isEmpty()) {
            remarks.say(Texts.of("watchlist.csv.large", name));
            return;
        }
        WatchlistCsv.Reading reading = file.get();
        Watchlists now = lists.get();
        int room = Watchlists.MOST_IN_ALL
                - now.lists().stream().mapToInt(list -> list.symbols().size()).sum();
        if (reading.symbols().isEmpty()) {
            remarks.say(Texts.of("watchlist.csv.nothing", name) + faults(reading.faults()));
        } else if (find(name, reading) >= 0) {
            show(find(name, reading));
            remarks.say(Texts.of("watchlist.csv.there", name));
        } else if (!now.hasRoomForList()) {
            remarks.say(Texts.of("watchlist.lists.full", Watchlists.MOST_LISTS));
        } else if (reading.symbols().size() > room) {
            remarks.say(Texts.of("watchlist.full", Watchlist.MOST_SYMBOLS, Watchlists.MOST_IN_ALL));
        } else {
            int id = now.nextId();
            String tidy = Watchlist.tidyName(name);
            String free = now.freeName(tidy.isEmpty() ? Texts.of("watchlist.title") : tidy, id);
            lists.edit(before -> before.plus(new Watchlist(
                    id,
                    free,
                    reading.symbols(),
                    reading.notes(),
                    reading.columns().orElseGet(ColumnLayout::defaults))));
            String left = reading.left() == 0 ? "" : " \u00b7 " + Texts.of("watchlist.csv.left", reading.left());
            say(Texts.of("watchlist.csv.done", free, reading.symbols().size()) + left + faults(reading.faults()), true);
        }
    }

    /** The list of this name that holds just what was read; −1 if there is none. */
    private int find(String name, WatchlistCsv.Reading reading) {
        List<Watchlist> all = lists.get().lists();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).name().equalsIgnoreCase(Watchlist.tidyName(name))
                        && all.get(i).symbols().equals(reading.symbols())
                        && all.get(i).notes().equals(reading.notes()))
                .findFirst()
                .orElse(-1);
    }

    /** A file could not be read. */
    void unread(String file, String why) {
        remarks.say(Texts.of("watchlist.csv.unread", file, why));
    }

    /** A file could not be written. */
    void unsaved(String file, String why) {
        remarks.say(Texts.of("watchlist.csv.unsaved", file, why));
    }

    /** A list was written to a file. */
    void saved(String file) {
        remarks.say(Texts.of("watchlist.csv.saved", file));
    }

    /**
     * The list that shows as a file: all of its rows, in the order shown, whether a filter hides them or not.
     *
     * @param shown the columns to be seen, in their order
     */
    public String exportCsv(List<Column> shown) {
        return WatchlistCsv.write(shown, watchlist.allRows());
    }

    private void say(String text, boolean undoable) {
        if (undoable) {
            remarks.sayUndoable(text);
        } else {
            remarks.say(text);
        }
    }

    private static String faults(List<String> faults) {
        return faults.isEmpty() ? "" : " \u00b7 " + some(faults, "; ");
    }

    /** The first few, and how many more there are. */
    private static String some(List<String> all, String separator) {
        String first = String.join(separator, all.subList(0, Math.min(all.size(), FAULTS_TOLD)));
        if (all.size() <= FAULTS_TOLD) {
            return first;
        }
        return Texts.of("watchlist.more", first, all.size() - FAULTS_TOLD);
    }
}
