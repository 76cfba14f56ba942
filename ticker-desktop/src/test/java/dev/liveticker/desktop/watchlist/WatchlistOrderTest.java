package dev.liveticker.desktop.watchlist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveticker.desktop.fake.FakeFeed;
import dev.liveticker.desktop.fake.FakeMarketData;
import dev.liveticker.desktop.fake.Some;
import dev.liveticker.desktop.instrument.InstrumentDirectory;
import dev.liveticker.model.Symbol;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rows of a list show, and in which order. */
class WatchlistOrderTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeFeed feed = new FakeFeed();
    private final InstrumentDirectory instruments = new InstrumentDirectory(new FakeMarketData(), Runnable::run);
    private final WatchlistViewModel watchlist =
            new WatchlistViewModel(feed, instruments, Watchlists.of(List.of(Some.AAPL, Some.MSFT, Some.BTC)));

    @Test
    void rows_are_moved_together_and_one_by_one() {
        watchlist.move(List.of(row(Some.AAPL), row(Some.BTC)), 2);
        assertThat(shown()).containsExactly("MSFT", "AAPL", "BTC-USD");

        watchlist.nudge(List.of(row(Some.MSFT)), 1);
        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
        watchlist.nudge(List.of(row(Some.MSFT), row(Some.BTC)), -1);
        assertThat(shown()).containsExactly("MSFT", "BTC-USD", "AAPL");
        watchlist.nudge(List.of(row(Some.AAPL)), 1);
        assertThat(shown()).containsExactly("MSFT", "BTC-USD", "AAPL");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.AAPL);
    }

    @Test
    void sorted_rows_are_not_moved_and_it_says_why() {
        watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, false));

        watchlist.move(List.of(row(Some.AAPL)), 3);

        assertThat(watchlist.symbols()).containsExactly(Some.AAPL, Some.MSFT, Some.BTC);
        assertThat(watchlist.remark().get().text()).contains("own order");
    }

    @Test
    void a_filter_narrows_the_rows_by_symbol_name_and_note_and_keeps_the_chart() {
        instruments.load();
        watchlist.note(row(Some.BTC), "volatile");

        watchlist.filter().set("\u0430pp");
        assertThat(shown()).containsExactly("AAPL");
        watchlist.filter().set("bitc");
        assertThat(shown()).containsExactly("BTC-USD");
        watchlist.filter().set("VOLA");
        assertThat(shown()).containsExactly("BTC-USD");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.AAPL);
        assertThat(watchlist.symbols()).hasSize(3);
        assertThat(feed.subscriptions()).hasSize(3);

        watchlist.add(Some.EURUSD);
        assertThat(shown()).as("what is added is seen").containsExactly("AAPL", "MSFT", "BTC-USD", "EURUSD=X");
        assertThat(watchlist.filter().get()).isEmpty();
    }

    @Test
    void sorting_keeps_the_selection_and_is_brought_up_to_date_once_a_second() {
        watchlist.selected().set(row(Some.MSFT));
        show(Some.AAPL, "3", "1", 0);
        show(Some.MSFT, "2", "1", 0);
        show(Some.BTC, "1", "1", 0);
        watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, false));
        assertThat(shown()).containsExactly("BTC-USD", "MSFT", "AAPL");

        show(Some.BTC, "9", "1", 0);
        assertThat(shown()).containsExactly("BTC-USD", "MSFT", "AAPL");
        watchlist.second(SECOND);

        assertThat(shown()).containsExactly("MSFT", "AAPL", "BTC-USD");
        assertThat(watchlist.selected().get().symbol()).isEqualTo(Some.MSFT);
        assertThat(watchlist.symbols()).as("the list's own order").containsExactly(Some.AAPL, Some.MSFT, Some.BTC);
    }

    @Test
    void what_is_absent_comes_last_whichever_way() {
        show(Some.AAPL, "3", "1", 0);
        show(Some.BTC, "9", "1", 0);

        watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, false));
        assertThat(shown()).containsExactly("AAPL", "BTC-USD", "MSFT");
        watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, true));
        assertThat(shown()).containsExactly("BTC-USD", "AAPL", "MSFT");
        watchlist.sortBy(new ColumnLayout.Sort(Column.SYMBOL, true));
        assertThat(shown()).containsExactly("MSFT", "BTC-USD", "AAPL");
    }

    @Test
    void rows_stay_where_they_are_while_somebody_writes_in_them() {
        show(Some.AAPL, "3", "1", 0);
        show(Some.BTC, "1", "1", 0);
        watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, false));
        watchlist.hold(true);
        show(Some.BTC, "9", "1", 0);

        watchlist.second(SECOND);
        assertThat(shown()).startsWith("BTC-USD");
        watchlist.hold(false);
        watchlist.second(2 * SECOND);
        assertThat(shown()).startsWith("AAPL");
    }

    @Test
    void without_sorting_the_lists_own_order_is_back() {
        show(Some.AAPL, "3", "1", 0);
        show(Some.MSFT, "2", "1", 0);
        show(Some.BTC, "1", "1", 0);
        watchlist.sortBy(new ColumnLayout.Sort(Column.LAST, false));

        watchlist.sortBy(null);

        assertThat(shown()).containsExactly("AAPL", "MSFT", "BTC-USD");
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
