package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.text.ForeignText;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All lists of a person.
 *
 * @param lists in the order of the menu; 1 to {@link #MOST_LISTS}, with {@link #MOST_IN_ALL} symbols in all at most
 * @param shown the index of the one that shows
 */
public record Watchlists(List<Watchlist> lists, int shown) {

    public static final int MOST_LISTS = 50;

    /** Bounds the file: with the longest notes it stays below what is read back. */
    public static final int MOST_IN_ALL = 20_000;

    public Watchlists {
        lists = List.copyOf(lists);
        if (lists.isEmpty() || lists.size() > MOST_LISTS) {
            throw new IllegalArgumentException("1 to " + MOST_LISTS + " lists expected");
        }
        if (lists.stream().mapToInt(list -> list.symbols().size()).sum() > MOST_IN_ALL) {
            throw new IllegalArgumentException("more than " + MOST_IN_ALL + " symbols in all lists");
        }
        shown = Math.clamp(shown, 0, lists.size() - 1);
    }

    /** A single list of these, each once; what is beyond the bounds is left out. */
    public static Watchlists of(Collection<Symbol> symbols) {
        List<Symbol> bounded =
                symbols.stream().distinct().limit(Watchlist.MOST_SYMBOLS).toList();
        return new Watchlists(
                List.of(new Watchlist(1, Texts.of("watchlist.title"), bounded, Map.of(), ColumnLayout.defaults())), 0);
    }

    public Watchlist current() {
        return lists.get(shown);
    }

    /** How many symbols the list that shows can still take. */
    int room() {
        int inAll = lists.stream().mapToInt(list -> list.symbols().size()).sum();
        return Math.min(Watchlist.MOST_SYMBOLS - current().symbols().size(), MOST_IN_ALL - inAll);
    }

    boolean hasRoomForList() {
        return lists.size() < MOST_LISTS;
    }

    Watchlists show(int index) {
        return new Watchlists(lists, index);
    }

    /** With the list that shows replaced. */
    Watchlists with(Watchlist changed) {
        List<Watchlist> all = new ArrayList<>(lists);
        all.set(shown, changed);
        return new Watchlists(all, shown);
    }

    /** With one more list at the end, which shows. */
    Watchlists plus(Watchlist added) {
        List<Watchlist> all = new ArrayList<>(lists);
        all.add(added);
        return new Watchlists(all, all.size() - 1);
    }

    /** Without the list that shows; after the last one there is an empty one. */
    Watchlists withoutCurrent() {
        List<Watchlist> rest = new ArrayList<>(lists);
        rest.remove(shown);
        if (rest.isEmpty()) {
            rest.add(Watchlist.empty(nextId(), Texts.of("watchlist.title")));
        }
        return new Watchlists(rest, Math.max(0, shown - 1));
    }

    /** These lists, with the columns that the same lists have in another state. */
    Watchlists withColumnsOf(Watchlists other) {
        return new Watchlists(
                lists.stream()
                        .map(list -> other.find(list.id())
                                .map(same -> list.withColumns(same.columns()))
                                .orElse(list))
                        .toList(),
                shown);
    }

    int nextId() {
        return lists.stream().mapToInt(Watchlist::id).max().orElse(0) + 1;
    }

    /**
     * A name that no other list has, as close to the wish as can be.
     *
     * @param own the id of the list that is to bear it
     */
    String freeName(String wish, int own) {
        String name = wish;
        for (int i = 2; isTaken(name, own); i++) {
            String number = " " + i;
            int room = Watchlist.LONGEST_NAME - number.length();
            name = ForeignText.cut(wish, room) + number;
        }
        return name;
    }

    private boolean isTaken(String name, int own) {
        return lists.stream().anyMatch(list -> list.id() != own && list.name().equalsIgnoreCase(name));
    }

    private Optional<Watchlist> find(int id) {
        return lists.stream().filter(list -> list.id() == id).findFirst();
    }
}
