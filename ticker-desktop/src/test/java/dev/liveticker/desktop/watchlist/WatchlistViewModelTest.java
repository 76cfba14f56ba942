package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.feed.Subscription;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchlistViewModelTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeFeed feed = new FakeFeed();
    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private final WatchlistViewModel watchlist =
            new WatchlistViewModel(feed, instruments, List.of(Some.AAPL, Some.MSFT, Some.BTC));

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
        watchlist.remove(row(Some.AAPL), 0);

        assertThat(shown()).containsExactly("MSFT", "BTC-USD");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.MSFT);
        assertThat(feed.subscriptions()).doesNotContain(Subscription.quotes(Some.AAPL));
    }

    @Test
    void undo_brings_rows_back_to_where_they_stood_last_one_first() {
        watchlist.remove(row(Some.MSFT), 0);
        watchlist.remove(row(Some.AAPL), 0);

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
    void undo_of_a_symbol_added_again_meanwhile_leaves_one_row() {
        watchlist.remove(row(Some.MSFT), 0);
        watchlist.add(Some.MSFT);

        watchlist.undo();

        assertThat(shown()).containsExactly("AAPL", "BTC-USD", "MSFT");
    }

    @Test
    void the_way_back_is_offered_for_a_while() {
        watchlist.remove(row(Some.MSFT), 0);
        assertThat(watchlist.offered().get().row().symbol()).isEqualTo(Some.MSFT);

        watchlist.second(WatchlistViewModel.UNDO_OFFERED.toNanos());
        assertThat(watchlist.offered().get()).isNull();

        watchlist.undo();
        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
    }

    @Test
    void the_list_can_be_emptied() {
        watchlist.remove(row(Some.AAPL), 0);
        watchlist.remove(row(Some.MSFT), 0);
        watchlist.remove(row(Some.BTC), 0);

        assertThat(shown()).isEmpty();
        assertThat(watchlist.selected().get()).isNull();
        assertThat(feed.subscriptions()).isEmpty();
    }

    @Test
    void a_quote_shows_with_its_change_from_the_previous_close() {
        show(Some.AAPL, "189.25", "188.46", 0);

        QuoteRow row = row(Some.AAPL);
        assertThat(row.last().get()).isEqualByComparingTo("189.25");
        assertThat(row.change().get()).isEqualByComparingTo("0.79");
        assertThat(row.percent().get()).isEqualByComparingTo("0.4192");
        assertThat(row.standing().get()).isEqualTo(QuoteRow.Standing.QUOTED);
        assertThat(row.spoken()).isEqualTo("AAPL last 189.25, up 0.42%");
    }

    @Test
    void a_previous_close_of_zero_gives_no_change_and_no_nonsense() {
        show(Some.AAPL, "189.25", "0", 0);

        assertThat(row(Some.AAPL).change().get()).isNull();
        assertThat(row(Some.AAPL).percent().get()).isNull();
    }

    @Test
    void a_tick_shows_which_way_it_went_and_fades() {
        show(Some.AAPL, "189.25", "188", 0);
        assertThat(row(Some.AAPL).tick().get()).isEqualTo(QuoteRow.Tick.NONE);

        show(Some.AAPL, "189.26", "188", 0);
        assertThat(row(Some.AAPL).tick().get()).isEqualTo(QuoteRow.Tick.UP);

        show(Some.AAPL, "189.20", "188", 100);
        watchlist.pulse(WatchlistViewModel.TICK_SHOWN.toNanos());
        assertThat(row(Some.AAPL).tick().get())
                .as("it ticked again after the tick that ends")
                .isEqualTo(QuoteRow.Tick.DOWN);

        watchlist.pulse(WatchlistViewModel.TICK_SHOWN.toNanos() + 100);
        assertThat(row(Some.AAPL).tick().get()).isEqualTo(QuoteRow.Tick.NONE);
    }

    @Test
    void an_unknown_symbol_says_so_in_its_row_until_a_server_offers_it() {
        watchlist.reject("msft");
        assertThat(row(Some.MSFT).standing().get()).isEqualTo(QuoteRow.Standing.UNKNOWN);
        assertThat(row(Some.MSFT).subtitle().get()).isEqualTo("Unknown symbol");

        watchlist.offer(List.of(Some.MSFT));
        assertThat(row(Some.MSFT).standing().get()).isEqualTo(QuoteRow.Standing.AWAITED);
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
    void sorting_keeps_the_selection_and_is_brought_up_to_date_once_a_second() {
        watchlist.selected().set(row(Some.MSFT));
        show(Some.AAPL, "3", "1", 0);
        show(Some.MSFT, "2", "1", 0);
        show(Some.BTC, "1", "1", 0);
        watchlist.sortBy(byLast());
        assertThat(shown()).containsExactly("BTC-USD", "MSFT", "AAPL");

        show(Some.BTC, "9", "1", 0);
        assertThat(shown()).containsExactly("BTC-USD", "MSFT", "AAPL");
        watchlist.second(SECOND);

        assertThat(shown()).containsExactly("MSFT", "AAPL", "BTC-USD");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.MSFT);
        assertThat(watchlist.symbols()).as("the list's own order").containsExactly(Some.AAPL, Some.MSFT, Some.BTC);
    }

    @Test
    void without_sorting_the_lists_own_order_is_back() {
        show(Some.AAPL, "3", "1", 0);
        show(Some.MSFT, "2", "1", 0);
        show(Some.BTC, "1", "1", 0);
        watchlist.sortBy(byLast());

        watchlist.sortBy(null);

        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
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
    void a_symbol_listed_twice_has_one_row() {
        WatchlistViewModel twice = new WatchlistViewModel(feed, instruments, List.of(Some.AAPL, Some.AAPL));

        assertThat(twice.rows()).hasSize(1);
    }

    private static Comparator<QuoteRow> byLast() {
        return Comparator.comparing(row -> row.last().get());
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
