package dev.liveticker.desktop.watchlist;

import dev.liveticker.desktop.storage.JsonForm;
import dev.liveticker.desktop.storage.JsonForm.Reading;
import dev.liveticker.desktop.text.Texts;
import dev.liveticker.model.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One reading of all lists from JSON. What cannot be is left out and told; the rest stands. */
final class WatchlistsReading {

    private final ObjectNode root;
    private final Watchlists otherwise;
    private final Set<String> replaced = new LinkedHashSet<>();
    private int inAll;

    WatchlistsReading(ObjectNode root, Watchlists otherwise) {
        this.root = root;
        this.otherwise = otherwise;
    }

    Reading<Watchlists> read() {
        List<Watchlist> lists = new ArrayList<>();
        for (JsonNode node : root.path("lists")) {
            if (node.isObject() && lists.size() < Watchlists.MOST_LISTS) {
                lists.add(list(node, lists.size() + 1));
            } else {
                replaced.add(Texts.of("watchlist.file"));
            }
        }
        if (lists.isEmpty()) {
            replaced.add(Texts.of("watchlist.file"));
            return new Reading<>(otherwise, List.copyOf(replaced));
        }
        return new Reading<>(new Watchlists(lists, root.path("shown").asInt(0)), List.copyOf(replaced));
    }

    private Watchlist list(JsonNode node, int id) {
        String name = Watchlist.tidyName(JsonForm.text(node.path("name")));
        if (name.isEmpty()) {
            name = Texts.of("watchlist.lists.numbered", id);
            replaced.add(name);
        }
        List<Symbol> symbols = symbols(node.path("symbols"), name);
        return new Watchlist(id, name, symbols, notes(node.path("notes"), name), columns(node));
    }

    private List<Symbol> symbols(JsonNode node, String name) {
        Set<Symbol> symbols = new LinkedHashSet<>();
        boolean whole = node.isArray();
        for (JsonNode each : node) {
            Optional<Symbol> symbol = Symbol.parse(JsonForm.text(each));
            boolean room = symbols.size() < Watchlist.MOST_SYMBOLS && inAll < Watchlists.MOST_IN_ALL;
            if (symbol.isEmpty() || !room) {
                whole = false;
            } else if (symbols.add(symbol.get())) {
                inAll++;
            }
        }
        if (!whole) {
            replaced.add(name);
        }
        return List.copyOf(symbols);
    }

    private Map<Symbol, String> notes(JsonNode node, String name) {
        Map<Symbol, String> notes = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Optional<Symbol> symbol = Symbol.parse(entry.getKey());
            String note = Watchlist.tidyNote(JsonForm.text(entry.getValue()));
            if (symbol.isPresent() && !note.isEmpty()) {
                notes.put(symbol.get(), note);
            } else {
                replaced.add(name);
            }
        }
        return notes;
    }

    /** A column that is not known is another version's, and no fault. */
    private static ColumnLayout columns(JsonNode node) {
        List<ColumnLayout.Place> places = new ArrayList<>();
        for (JsonNode each : node.path("columns")) {
            Column column = column(each.path("id"));
            ColumnLayout.Showing showing = showing(each.path("show"));
            if (column != null && showing != null) {
                places.add(new ColumnLayout.Place(
                        column, showing, each.path("width").asDouble(0)));
            }
        }
        JsonNode sort = node.path("sort");
        Column sorted = column(sort.path("column"));
        return new ColumnLayout(
                places,
                sorted == null
                        ? null
                        : new ColumnLayout.Sort(sorted, sort.path("descending").asBoolean(false)));
    }

    private static @Nullable Column column(JsonNode node) {
        return Arrays.stream(Column.values())
                .filter(column -> column.id().equals(JsonForm.text(node)))
                .findFirst()
                .orElse(null);
    }

    private static ColumnLayout.@Nullable Showing showing(JsonNode node) {
        return Arrays.stream(ColumnLayout.Showing.values())
                .filter(showing -> JsonForm.code(showing).equals(JsonForm.text(node)))
                .findFirst()
                .orElse(null);
    }
}
