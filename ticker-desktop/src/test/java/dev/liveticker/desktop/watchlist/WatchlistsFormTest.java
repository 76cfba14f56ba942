package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.storage.KeptFile;
import dev.liveticker.desktop.watchlist.ColumnLayout.Showing;
import dev.liveticker.model.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WatchlistsFormTest {

    @TempDir
    Path directory;

    private final WatchlistsForm form = new WatchlistsForm(List.of(Some.AAPL, Some.MSFT));

    @Test
    void the_list_of_earlier_versions_is_the_first_one() {
        Watchlists first = file().load().value();

        assertThat(first.current().symbols()).containsExactly(Some.AAPL, Some.MSFT);
        assertThat(first.current().name()).isEqualTo("Watchlist");
        assertThat(first.lists()).hasSize(1);
    }

    @Test
    void everything_is_read_back_as_it_was_written() throws IOException {
        Watchlists lists = new Watchlists(
                List.of(
                        new Watchlist(
                                1,
                                "Tech",
                                List.of(Some.MSFT, Some.AAPL),
                                Map.of(Some.AAPL, "\u00fcber \u20ac"),
                                ColumnLayout.defaults()
                                        .withShowing(Column.NOTE, Showing.ALWAYS)
                                        .withShowing(Column.BID, Showing.NEVER)
                                        .withWidth(Column.LAST, 123.5)
                                        .withOrder(List.of(Column.SYMBOL, Column.PERCENT, Column.LAST))
                                        .withSort(new ColumnLayout.Sort(Column.PERCENT, true))),
                        Watchlist.empty(2, "Nothing yet")),
                1);

        file().save(lists);
        KeptFile.Loaded<Watchlists> loaded = file().load();

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value()).isEqualTo(lists);
    }

    @Test
    void the_fullest_lists_there_can_be_are_read_back() throws IOException {
        List<Watchlist> lists = new ArrayList<>();
        for (int i = 0; i < Watchlists.MOST_LISTS; i++) {
            List<Symbol> symbols = new ArrayList<>();
            Map<Symbol, String> notes = new HashMap<>();
            for (int j = 0; j < Watchlists.MOST_IN_ALL / Watchlists.MOST_LISTS; j++) {
                Symbol symbol = Symbol.of("ABCDEFGHIJKLMNOPQ-" + i + "." + j);
                symbols.add(symbol);
                notes.put(symbol, "\u20ac".repeat(Watchlist.LONGEST_NOTE));
            }
            lists.add(new Watchlist(
                    i + 1, "\u20ac".repeat(Watchlist.LONGEST_NAME - 2) + i, symbols, notes, ColumnLayout.defaults()));
        }
        Watchlists fullest = new Watchlists(lists, 49);

        file().save(fullest);

        assertThat(file().load().value()).isEqualTo(fullest);
    }

    @Test
    void what_cannot_be_is_left_out_and_told() throws IOException {
        Files.writeString(directory.resolve("watchlists.json"), """
                {"version": 1, "shown": 99, "lists": [
                  {"name": "  ", "symbols": ["AAPL", "aapl", "no symbol", 7], "notes": {"AAPL": "x", "MSFT": "gone"},
                   "columns": [{"id": "of tomorrow", "show": "always"}, {"id": "note", "show": "always", "width": "wide"}]},
                  "no list",
                  {"name": "Good", "symbols": ["MSFT"]}]}
                """);

        KeptFile.Loaded<Watchlists> loaded = file().load();

        assertThat(loaded.problems()).hasSize(1);
        assertThat(loaded.value().lists()).extracting(Watchlist::name).containsExactly("List 1", "Good");
        assertThat(loaded.value().current().name()).isEqualTo("Good");
        Watchlist first = loaded.value().lists().getFirst();
        assertThat(first.symbols()).containsExactly(Some.AAPL);
        assertThat(first.notes()).containsOnlyKeys(Some.AAPL);
        assertThat(first.columns().place(Column.NOTE).showing()).isEqualTo(Showing.ALWAYS);
    }

    @Test
    void a_file_without_lists_falls_back_on_the_list_of_earlier_versions() throws IOException {
        Files.writeString(directory.resolve("watchlists.json"), "{\"version\": 1, \"lists\": 3}");

        KeptFile.Loaded<Watchlists> loaded = file().load();

        assertThat(loaded.value().current().symbols()).containsExactly(Some.AAPL, Some.MSFT);
        assertThat(loaded.problems()).hasSize(1);
    }

    @Property(tries = 200)
    void any_tree_is_read(@ForAll String name, @ForAll List<String> symbols, @ForAll int shown, @ForAll double width) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("shown", shown);
        ObjectNode list = root.putArray("lists").addObject();
        list.put("name", name);
        JsonNode array = mapper.valueToTree(symbols);
        list.set("symbols", array);
        list.set("notes", array);
        ObjectNode column = list.putArray("columns").addObject();
        column.put("id", "last");
        column.put("show", "never");
        column.put("width", width);

        Watchlists read = form.read(root).value();

        ObjectNode written = mapper.createObjectNode();
        form.write(read, written);
        assertThat(form.read(written).value()).isEqualTo(read);
    }

    private KeptFile<Watchlists> file() {
        return new KeptFile<>(directory.resolve("watchlists.json"), form, InstantSource.system());
    }
}
