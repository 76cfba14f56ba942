package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All lists in JSON. */
public final class WatchlistsForm implements JsonForm<Watchlists> {

    private final List<Symbol> before;

    /** @param before what the only list of earlier versions held: the first list where there is no file yet */
    public WatchlistsForm(List<Symbol> before) {
        this.before = List.copyOf(before);
    }

    @Override
    public String name() {
        return Texts.of("watchlist.file");
    }

    @Override
    public Watchlists initial() {
        return Watchlists.of(before);
    }

    @Override
    public Reading<Watchlists> read(ObjectNode root) {
        return new WatchlistsReading(root, initial()).read();
    }

    @Override
    public void write(Watchlists value, ObjectNode root) {
        root.put("shown", value.shown());
        ArrayNode lists = root.putArray("lists");
        value.lists().forEach(list -> write(list, lists.addObject()));
    }

    private static void write(Watchlist list, ObjectNode node) {
        node.put("name", list.name());
        ArrayNode symbols = node.putArray("symbols");
        list.symbols().forEach(symbol -> symbols.add(symbol.text()));
        ObjectNode notes = node.putObject("notes");
        // In the list's order, so that a file only changes when they do.
        for (Symbol symbol : list.symbols()) {
            String note = list.notes().get(symbol);
            if (note != null) {
                notes.put(symbol.text(), note);
            }
        }
        ArrayNode columns = node.putArray("columns");
        for (ColumnLayout.Place place : list.columns().places()) {
            ObjectNode column = columns.addObject();
            column.put("id", place.column().id());
            column.put("show", JsonForm.code(place.showing()));
            if (place.width() > 0) {
                column.put("width", place.width());
            }
        }
        ColumnLayout.Sort sort = list.columns().sort();
        if (sort != null) {
            ObjectNode kept = node.putObject("sort");
            kept.put("column", sort.column().id());
            kept.put("descending", sort.descending());
        }
    }
}
