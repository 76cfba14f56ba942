package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.book.QuoteBook;
import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.feed.Subscription;
import dev.liveticker.message.Quote;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchlistViewModelTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeFeed feed = new FakeFeed();
    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private final WatchlistViewModel watchlist =
            new WatchlistViewModel(feed, instruments, Watchlists.of(List.of(Some.AAPL, Some.MSFT, Some.BTC)));

    @Test
    void it_subscribes_to_what_is_listed_and_selects_the_first() {
        assertThat(feed.subscriptions())
                .containsExactly(
                        Subscription.quotes(Some.AAPL), Subscription.quotes(Some.MSFT), Subscription.quotes(Some.BTC));
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.AAPL);
    }

    @Test
    void a_row_that_is_added_stands_at_the_end_and_is_selected() {
        watchlist.add(Some.EURUSD);

        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD", "EURUSD=X");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.EURUSD);
        assertThat(feed.subscriptions()).contains(Subscription.quotes(Some.EURUSD));
    }

    @Test
    void adding_what_is_there_already_only_selects_it() {
        watchlist.add(Some.MSFT);

        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.MSFT);
    }

    @Test
    void after_a_removal_the_next_row_is_selected_and_the_symbol_unsubscribed() {
        watchlist.remove(List.of(row(Some.AAPL)));

        assertThat(shown()).containsExactly("MSFT", "BTC-USD");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.MSFT);
        assertThat(feed.subscriptions()).doesNotContain(Subscription.quotes(Some.AAPL));
    }

    @Test
    void undo_brings_rows_back_to_where_they_stood_last_one_first() {
        watchlist.remove(List.of(row(Some.MSFT)));
        watchlist.remove(List.of(row(Some.AAPL)));

        watchlist.undo();
        assertThat(shown()).containsExactly("AAPL", "BTC-USD");
        watchlist.undo();
        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
        watchlist.undo();
        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");

        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.MSFT);
        assertThat(feed.subscriptions()).contains(Subscription.quotes(Some.AAPL), Subscription.quotes(Some.MSFT));
    }

    @Test
    void every_change_is_taken_back_and_made_again() {
        watchlist.add(Some.EURUSD);
        watchlist.move(List.of(row(Some.EURUSD)), 0);
        watchlist.note(row(Some.MSFT), "  earnings on\nTuesday ");
        watchlist.remove(List.of(row(Some.AAPL), row(Some.BTC)));
        assertThat(shown()).containsExactly("EURUSD=X", "MSFT");
        assertThat(row(Some.MSFT).note().get()).isEqualTo("earnings on Tuesday");

        watchlist.undo();
        assertThat(shown()).containsExactly("EURUSD=X", "AAPL", "MSFT", "BTC-USD");
        watchlist.undo();
        assertThat(row(Some.MSFT).note().get()).isEmpty();
        watchlist.undo();
        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD", "EURUSD=X");
        watchlist.undo();
        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
        watchlist.undo();

        watchlist.redo();
        watchlist.redo();
        watchlist.redo();
        watchlist.redo();
        watchlist.redo();
        assertThat(shown()).containsExactly("EURUSD=X", "MSFT");
        assertThat(row(Some.MSFT).note().get()).isEqualTo("earnings on Tuesday");
    }

    @Test
    void taking_a_change_back_leaves_the_columns_as_they_are() {
        watchlist.add(Some.EURUSD);
        watchlist.arrange(layout -> layout.withWidth(Column.LAST, 200));

        watchlist.undo();

        assertThat(watchlist.layout().get().place(Column.LAST).width()).isEqualTo(200);
        watchlist.redo();
        assertThat(watchlist.layout().get().place(Column.LAST).width()).isEqualTo(200);
    }

    @Test
    void the_way_back_is_offered_for_a_while() {
        watchlist.remove(List.of(row(Some.MSFT)));
        assertThat(watchlist.remark().get()).isEqualTo(new Remark("MSFT removed", true));

        watchlist.second(SECOND);
        watchlist.second(Remarks.SHOWN.toNanos());
        assertThat(watchlist.remark().get().isEmpty()).isFalse();
        watchlist.second(SECOND + Remarks.SHOWN.toNanos());
        assertThat(watchlist.remark().get().isEmpty()).isTrue();

        watchlist.undo();
        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
    }

    @Test
    void the_list_can_be_emptied() {
        watchlist.remove(List.of(row(Some.AAPL)));
        watchlist.remove(List.of(row(Some.MSFT)));
        watchlist.remove(List.of(row(Some.BTC)));

        assertThat(shown()).isEmpty();
        assertThat(watchlist.selected().get()).isNull();
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void a_quote_shows_with_its_change_from_the_previous_close() {
        show(Some.AAPL, "189.25", "188.46", 0);

        QuoteRow row = row(Some.AAPL);
        assertThat(row.last().get()).isEqualByComparingTo("189.25");
        assertThat(row.figure(Column.CHANGE).get()).isEqualByComparingTo("0.79");
        assertThat(row.percent().get()).isEqualByComparingTo("0.4192");
        assertThat(row.standing().get()).isEqualTo(QuoteRow.Standing.QUOTED);
        assertThat(row.spoken()).isEqualTo("AAPL last 189.25, up 0.42%");
    }

    @Test
    void a_previous_close_of_zero_gives_no_change_and_no_nonsense() {
        show(Some.AAPL, "189.25", "0", 0);

        assertThat(row(Some.AAPL).figure(Column.CHANGE).get()).isNull();
        assertThat(row(Some.AAPL).percent().get()).isNull();
    }

    @Test
    void a_tick_shows_which_way_it_went_and_fades() {
        show(Some.AAPL, "189.25", "188", 0);
        assertThat(row(Some.AAPL).tick()).isEqualTo(QuoteRow.Tick.NONE);

        show(Some.AAPL, "189.26", "188", 0);
        assertThat(row(Some.AAPL).tick()).isEqualTo(QuoteRow.Tick.UP);

        show(Some.AAPL, "189.20", "188", 100);
        watchlist.pulse(WatchlistViewModel.TICK_SHOWN.toNanos());
        assertThat(row(Some.AAPL).tick())
                .as("it ticked again after the tick that ends")
                .isEqualTo(QuoteRow.Tick.DOWN);

        watchlist.pulse(WatchlistViewModel.TICK_SHOWN.toNanos() + 100);
        assertThat(row(Some.AAPL).tick()).isEqualTo(QuoteRow.Tick.NONE);
    }

    @Test
    void an_unknown_symbol_says_so_in_its_row_until_a_server_offers_it() {
        watchlist.reject("msft", "unknown_symbol");
        assertThat(row(Some.MSFT).standing().get()).isEqualTo(QuoteRow.Standing.UNKNOWN);
        assertThat(row(Some.MSFT).subtitle().get()).isEqualTo("Unknown symbol");

        watchlist.reject("msft", "too_many_symbols");
        assertThat(row(Some.MSFT).subtitle().get()).contains("no more");

        watchlist.offer(List.of(Some.MSFT));
        assertThat(row(Some.MSFT).standing().get()).isEqualTo(QuoteRow.Standing.AWAITED);
    }

    @Test
    void a_halt_is_said_below_the_symbol_with_its_name_as_soon_as_that_is_known() {
        Quote halted = Some.halted(Some.AAPL, "1", "1");
        watchlist.show(Map.of(Some.AAPL, new QuoteBook.Entry(halted, 0)), 0);
        assertThat(row(Some.AAPL).subtitle().get()).isEqualTo("Halted");

        instruments.load();

        assertThat(row(Some.AAPL).subtitle().get()).isEqualTo("Halted \u00b7 Apple Inc.");
    }

    @Test
    void names_show_as_soon_as_they_are_known() {
        assertThat(row(Some.AAPL).subtitle().get()).isEqualTo("Waiting for the first quote");

        instruments.load();

        assertThat(row(Some.AAPL).subtitle().get()).isEqualTo("Apple Inc.");
    }

    @Test
    void ages_count_from_when_a_quote_came_in() {
        watchlist.live(true);
        show(Some.AAPL, "1", "1", 0);

        watchlist.second(12 * SECOND);
        assertThat(row(Some.AAPL).age().get()).isEqualTo("12 s");

        watchlist.live(false);
        watchlist.second(75 * SECOND);
        assertThat(row(Some.AAPL).age().get()).isEqualTo("1 min ago");
    }

    @Test
    void a_row_is_stale_once_its_quote_is_old_or_the_feed_is_not_live() {
        watchlist.live(true);
        show(Some.AAPL, "1", "1", 0);
        show(Some.MSFT, "1", "1", 30 * SECOND);

        watchlist.second(RowAges.STALE_AFTER.toNanos());
        assertThat(row(Some.AAPL).stale().get()).isTrue();
        assertThat(row(Some.MSFT).stale().get()).isFalse();
        assertThat(row(Some.BTC).stale().get()).as("has nothing to be stale").isFalse();
        watchlist.captionAges(true);
        assertThat(row(Some.AAPL).caption().get())
                .as("its name is not known yet")
                .isEqualTo("1 min");
        instruments.load();
        watchlist.second(RowAges.STALE_AFTER.toNanos());
        assertThat(row(Some.AAPL).caption().get()).isEqualTo("1 min \u00b7 Apple Inc.");

        show(Some.AAPL, "2", "1", 61 * SECOND);
        assertThat(row(Some.AAPL).stale().get()).as("at once").isFalse();
        assertThat(row(Some.AAPL).caption().get()).doesNotContain("min");

        watchlist.live(false);
        watchlist.second(62 * SECOND);
        assertThat(row(Some.AAPL).stale().get()).isTrue();
    }

    @Test
    void every_figure_of_a_quote_shows() {
        show(Some.AAPL, "189.25", "188.46", 0);

        QuoteRow row = row(Some.AAPL);
        for (Column column : Column.values()) {
            if (column.isNumber()) {
                assertThat(row.figure(column).get()).as(column.id()).isNotNull();
            }
        }
        assertThat(row.figure(Column.SPREAD).get()).isEqualByComparingTo("0");
        assertThat(row.figure(Column.BID_SIZE).get()).isEqualByComparingTo("100");
        assertThat(row.figure(Column.ASK_SIZE).get()).isEqualByComparingTo("200");
        assertThat(row.figure(Column.OPEN).get()).isEqualByComparingTo("188.46");
        assertThat(row.figure(Column.HIGH).get()).isEqualByComparingTo("189.25");
        assertThat(row.time().get()).isEqualTo(1_000_000L);
    }

    @Test
    void a_flush_costs_what_changed_and_a_row_in_sight_is_heard_only_while_it_is() {
        List<Symbol> many = IntStream.range(0, Watchlist.MOST_SYMBOLS)
                .mapToObj(i -> Symbol.of("S" + i))
                .toList();
        WatchlistViewModel large = new WatchlistViewModel(new FakeFeed(), instruments, Watchlists.of(many));
        large.live(true);
        QuoteRow seen = large.rows().get(17);
        AtomicInteger painted = new AtomicInteger();
        javafx.util.Subscription watching = seen.quoted().subscribe(painted::incrementAndGet);
        for (int flush = 1; flush <= 20; flush++) {
            Map<Symbol, QuoteBook.Entry> changed = new HashMap<>();
            for (Symbol symbol : many) {
                changed.put(symbol, Some.entry(symbol, String.valueOf(flush), "1", flush));
            }
            large.show(changed, flush);
        }
        assertThat(painted).hasValue(20);
        watching.unsubscribe();
        large.show(Map.of(seen.symbol(), Some.entry(seen.symbol(), "21", "1", 21)), 21);
        assertThat(painted).as("out of sight").hasValue(20);

        large.pulse(WatchlistViewModel.TICK_SHOWN.toNanos() + 21);
        assertThat(large.rows()).allMatch(row -> row.tick() == QuoteRow.Tick.NONE);
    }

    @Test
    void prices_of_another_server_are_forgotten() {
        show(Some.AAPL, "189.25", "188", 0);

        watchlist.forget();

        assertThat(row(Some.AAPL).last().get()).isNull();
        assertThat(row(Some.AAPL).age().get()).isEmpty();
        assertThat(row(Some.AAPL).standing().get()).isEqualTo(QuoteRow.Standing.AWAITED);
    }

    @Test
    void a_price_that_moved_by_less_than_is_shown_is_said_to_be_unchanged() {
        show(Some.AAPL, "100.001", "100", 0);
        assertThat(row(Some.AAPL).spoken()).isEqualTo("AAPL last 100.001, unchanged");
        show(Some.AAPL, "100", "100", 1);
        assertThat(row(Some.AAPL).spoken()).isEqualTo("AAPL last 100.00, unchanged");
        show(Some.AAPL, "99", "100", 2);
        assertThat(row(Some.AAPL).spoken()).isEqualTo("AAPL last 99.00, down 1.00%");
    }

    @Test
    void a_symbol_listed_twice_has_one_row() {
        WatchlistViewModel twice =
                new WatchlistViewModel(feed, instruments, Watchlists.of(List.of(Some.AAPL, Some.AAPL)));

        assertThat(twice.rows()).hasSize(1);
    }

    private void show(Symbol symbol, String last, String previousClose, long nowNanos) {
        watchlist.show(Map.of(symbol, Some.entry(symbol, last, previousClose, nowNanos)), nowNanos);
    }

    private QuoteRow row(Symbol symbol) {
        return watchlist.rows().stream()
                .filter(row -> row.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    private List<String> shown() {
        return watchlist.rows().stream().map(row -> row.symbol().text()).toList();
    }
}
