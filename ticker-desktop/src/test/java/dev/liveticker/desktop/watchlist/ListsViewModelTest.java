package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.feed.Subscription;
import dev.liveticker.model.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListsViewModelTest {

    private final FakeFeed feed = new FakeFeed();
    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private final WatchlistViewModel watchlist =
            new WatchlistViewModel(feed, instruments, Watchlists.of(List.of(Some.AAPL, Some.MSFT)));
    private final ListsViewModel lists = new ListsViewModel(watchlist);

    @BeforeEach
    void load() {
        instruments.load();
    }

    @Test
    void a_new_list_is_empty_shows_and_is_named() {
        lists.create();
        lists.rename("  Tech\n");
        watchlist.add(Some.BTC);

        assertThat(names()).containsExactly("Watchlist", "Tech");
        assertThat(watchlist.symbols()).containsExactly(Some.BTC);
        assertThat(feed.subscriptions()).containsExactly(Subscription.quotes(Some.BTC));
    }

    @Test
    void lists_are_switched_and_each_has_its_own_choice_columns_and_sort() {
        watchlist.selected().set(watchlist.rows().get(1));
        watchlist.sortBy(new ColumnLayout.Sort(Column.SYMBOL, true));
        lists.create();
        watchlist.add(Some.BTC);
        watchlist.filter().set("bit");
        assertThat(watchlist.layout().get().sort()).isNull();

        lists.show(0);

        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.MSFT);
        assertThat(watchlist.layout().get().sort()).isEqualTo(new ColumnLayout.Sort(Column.SYMBOL, true));
        assertThat(watchlist.rows()).extracting(QuoteRow::symbol).containsExactly(Some.MSFT, Some.AAPL);
        assertThat(watchlist.filter().get()).isEmpty();
        lists.show(7);
        assertThat(lists.lists().get().shown()).isZero();
        lists.show(1);
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.BTC);
    }

    @Test
    void a_deleted_list_is_brought_back_whole() {
        watchlist.note(watchlist.rows().getFirst(), "first");
        lists.create();

        lists.show(0);
        lists.delete();
        assertThat(names()).containsExactly("List 2");
        assertThat(watchlist.remark().get()).isEqualTo(new Remark("List \u201cWatchlist\u201d deleted", true));

        lists.undo();
        assertThat(names()).containsExactly("Watchlist", "List 2");
        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT);
        assertThat(watchlist.rows().getFirst().note().get()).isEqualTo("first");
        assertThat(lists.canRedo().get()).isTrue();
        lists.redo();
        assertThat(names()).containsExactly("List 2");
    }

    @Test
    void after_the_last_list_there_is_an_empty_one() {
        lists.delete();

        assertThat(names()).containsExactly("Watchlist");
        assertThat(watchlist.rows()).isEmpty();
        assertThat(watchlist.selected().get()).isNull();
        lists.undo();
        assertThat(watchlist.symbols()).hasSize(2);
    }

    @Test
    void undo_leads_to_the_list_it_changes() {
        watchlist.remove(List.of(watchlist.rows().getFirst()));
        lists.create();
        lists.show(1);
        lists.undo();
        assertThat(names()).hasSize(1);

        lists.undo();
        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT);
        assertThat(lists.canUndo().get()).isFalse();
    }

    @Test
    void two_lists_never_have_the_same_name() {
        lists.create();
        lists.rename("watchlist");
        lists.create();
        lists.rename("   ");

        assertThat(names()).containsExactly("Watchlist", "watchlist 2", "List 3");
        lists.rename("x".repeat(500));
        assertThat(lists.lists().get().current().name()).hasSize(Watchlist.LONGEST_NAME);
    }

    @Test
    void there_is_an_end_to_lists_and_to_symbols() {
        for (int i = 0; i < 60; i++) {
            lists.create();
        }
        assertThat(names()).hasSize(Watchlists.MOST_LISTS);
        assertThat(watchlist.remark().get().text()).isEqualTo("No more than 50 lists");

        lists.paste(many("A", 6_000));
        assertThat(watchlist.symbols()).hasSize(Watchlist.MOST_SYMBOLS);
        assertThat(watchlist.remark().get().text()).startsWith("No more room");
        for (int i = 0; i < 5; i++) {
            lists.show(i);
            lists.paste(many("A", 5_000));
        }
        assertThat(lists.lists().get().lists().stream()
                        .mapToInt(list -> list.symbols().size())
                        .sum())
                .isEqualTo(Watchlists.MOST_IN_ALL);
    }

    @Test
    void pasted_symbols_are_added_in_one_step_and_the_rest_is_told() {
        lists.paste("nvda, AAPL blah ZZZZ");

        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT, Symbol.of("NVDA"), Symbol.of("ZZZZ"));
        assertThat(watchlist.remark().get())
                .isEqualTo(new Remark("Symbols added: 2 \u00b7 there already: 1 \u00b7 not understood: blah", true));

        lists.undo();
        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT);
    }

    @Test
    void a_list_goes_out_as_a_file_and_comes_back_with_its_columns_and_notes() {
        watchlist.show(Map.of(Some.AAPL, Some.entry(Some.AAPL, "189.25", "188.46", 0)), 0);
        watchlist.note(watchlist.rows().get(1), "say \"hi\"; soon");
        List<Column> columns = List.of(Column.SYMBOL, Column.LAST, Column.TIME, Column.TREND, Column.NOTE);

        String csv = lists.exportCsv(columns);

        assertThat(csv)
                .isEqualTo(String.join(
                        "\r\n",
                        "symbol,last,time,trend,note",
                        "AAPL,189.25,1970-01-01T00:00:01Z,,",
                        "MSFT,,,,\"say \"\"hi\"\"; soon\"",
                        ""));
        open("Mine", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(names()).containsExactly("Watchlist", "Mine");
        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT);
        assertThat(watchlist.rows().get(1).note().get()).isEqualTo("say \"hi\"; soon");
        assertThat(watchlist.layout().get().fit(10)).containsExactlyInAnyOrderElementsOf(columns);
        assertThat(watchlist.remark().get().text()).isEqualTo("Mine imported, symbols: 2");
    }

    @Test
    void a_file_has_every_row_whatever_the_filter_hides_in_the_order_shown() {
        watchlist.sortBy(new ColumnLayout.Sort(Column.SYMBOL, true));
        watchlist.filter().set("aapl");
        assertThat(watchlist.rows()).hasSize(1);

        assertThat(lists.exportCsv(List.of(Column.SYMBOL))).isEqualTo("symbol\r\nMSFT\r\nAAPL\r\n");
    }

    @Test
    void a_name_that_is_taken_is_not_cut_inside_of_a_character() {
        String long60 = "x".repeat(57) + "\ud83d\ude80" + "y";
        lists.rename(long60);
        lists.create();

        lists.rename(long60);

        assertThat(names()).containsExactly(long60, "x".repeat(57) + " 2");
    }

    @Test
    void a_file_that_is_opened_again_shows_the_list_it_made() {
        byte[] csv = "symbol,note\nAAPL,mine\n".getBytes(StandardCharsets.UTF_8);
        open("Tech", csv);
        lists.show(0);

        open("tech", csv);
        assertThat(names()).containsExactly("Watchlist", "Tech");
        assertThat(lists.lists().get().shown()).isEqualTo(1);
        assertThat(watchlist.remark().get().text()).isEqualTo("tech is there already");

        watchlist.note(watchlist.rows().getFirst(), "changed");
        open("Tech", csv);
        assertThat(names()).containsExactly("Watchlist", "Tech", "Tech 2");
    }

    @Test
    void symbols_of_a_link_are_added_in_one_step_and_can_be_taken_back() {
        lists.watch(List.of(Some.BTC, Some.AAPL));

        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT, Some.BTC);
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.BTC);
        assertThat(watchlist.remark().get()).isEqualTo(new Remark("Symbols added: 1 \u00b7 there already: 1", true));
        lists.undo();
        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT);
    }

    @Test
    void other_programs_files_are_read_and_bad_lines_are_told() {
        open(
                "Other",
                "\uFEFFName;Ticker;Note\nApple;aapl;good\nNothing;;\nBad;not one;\nBerkshire;brk/b\n\"x\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Symbol.of("BRK.B"));
        assertThat(watchlist.remark().get().text())
                .isEqualTo("Other imported, symbols: 2 \u00b7 Line 3: \u201c\u201d is no symbol; "
                        + "Line 4: \u201cnot one\u201d is no symbol; Line 6: a quotation mark is never closed");
        lists.undo();
        assertThat(names()).containsExactly("Watchlist");
    }

    @Test
    void plain_symbols_are_a_file_too_and_nonsense_is_none() {
        open("Plain", "aapl\r\nMSFT\r\naapl".getBytes(StandardCharsets.UTF_8));
        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT);
        assertThat(watchlist.layout().get()).isEqualTo(ColumnLayout.defaults());

        open("None", "?\n!".getBytes(StandardCharsets.UTF_8));
        assertThat(watchlist.remark().get().text()).startsWith("None: no symbol found \u00b7 Line 1");
        open("Huge", new byte[WatchlistCsv.LARGEST + 1]);
        assertThat(watchlist.remark().get().text()).isEqualTo("Huge: too large for a watchlist");
        open("Many", many("B", 6_000).replace(' ', '\n').getBytes(StandardCharsets.UTF_8));
        assertThat(watchlist.symbols()).hasSize(Watchlist.MOST_SYMBOLS);
        assertThat(watchlist.remark().get().text()).endsWith("holds no more: 1,000");
        assertThat(names()).containsExactly("Watchlist", "Plain", "Many");
    }

    private static String many(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(" "));
    }

    private void open(String name, byte[] file) {
        lists.importCsv(name, WatchlistCsv.read(file, lists.symbolReader()));
    }

    private List<String> names() {
        return lists.lists().get().lists().stream().map(Watchlist::name).toList();
    }
}
